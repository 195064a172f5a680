import { z } from 'zod';
import { presets } from '../../domain/presets/index.ts';
import { writeTerms } from '../../domain/terms-document.ts';
import { termsSentences } from '../../domain/terms-sentences/index.ts';
import { STAFF } from '../access.ts';
import { defineRoute, type Route } from '../route.ts';
import { TermsPresetReply } from '../schemas/terms-preset.ts';

const listPresets = defineRoute({
  method: 'get',
  path: '/v1/terms-presets',
  tag: 'Terms',
  summary:
    'Terms that publishers of four kinds publish, to be copied, changed and saved as your own',
  access: STAFF,
  reply: z.object({ items: z.array(TermsPresetReply) }).meta({ id: 'TermsPresets' }),
  problems: [],

  async handle() {
    const items = presets.map((preset) => ({
      ...preset,
      terms: writeTerms(preset.terms),
      sentences: termsSentences(preset.terms),
    }));
    return { body: { items } };
  },
});

export const termsPresetRoutes: readonly Route[] = [listPresets];
