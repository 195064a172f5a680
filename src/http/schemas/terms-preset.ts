import { z } from 'zod';
import { TermsReply } from './terms.ts';
import { TermsSentence } from './terms-sentence.ts';

/** Terms to begin with. */
export const TermsPresetReply = z
  .object({
    name: z.string(),
    title: z.string(),
    summary: z.string(),
    terms: TermsReply.describe('To be copied, changed and put to /v1/terms/{slug}'),
    sentences: z.array(TermsSentence).describe('The same in words'),
  })
  .meta({ id: 'TermsPreset' });
