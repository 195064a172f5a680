import { z } from 'zod';
import { writeTerms } from '../../domain/terms-document.ts';
import { termsSentences } from '../../domain/terms-sentences/index.ts';
import { readTermsDocument } from '../../services/read-terms.ts';
import { saveTerms } from '../../services/save-terms.ts';
import { ADMINS } from '../access.ts';
import { termsPage } from '../pages/terms-page.ts';
import { defineRoute, type Route, raw } from '../route.ts';
import { Slug } from '../schemas/slug.ts';
import { TermsBody, TermsReply } from '../schemas/terms.ts';
import { TermsSentence } from '../schemas/terms-sentence.ts';

/** A version never changes. */
const FOREVER = { 'Cache-Control': 'public, max-age=31536000, immutable' };

const saveTermsRoute = defineRoute({
  method: 'put',
  path: '/v1/terms/{slug}',
  tag: 'Terms',
  summary: 'Save named terms as a new version, frozen by its hash',
  access: ADMINS,
  params: z.object({ slug: Slug }),
  body: TermsBody,
  statuses: [200, 201],
  reply: TermsReply.extend({
    slug: z.string(),
    version: z.int(),
    uri: z.string(),
    integrity: z.string(),
    sentences: z.array(TermsSentence).describe('The same in words'),
  }).meta({ id: 'SavedTerms' }),
  problems: [],
  examples: {
    web: { media: ['web', 'app'], window: { maxDays: 90 }, edits: { level: 'style' } },
  },

  async handle({ ctx, params, body }) {
    const saved = await saveTerms(ctx, { slug: params.slug, terms: body });
    const { slug, version, integrity, uri } = saved;
    const document = writeTerms(saved.terms);
    const sentences = termsSentences(saved.terms);
    return {
      status: saved.created ? 201 : 200,
      body: { ...document, slug, version, integrity, uri, sentences },
    };
  },
});

const readTermsRoute = defineRoute({
  method: 'get',
  path: '/terms/{slug}/{version}',
  tag: 'Terms',
  summary: 'The frozen text that tokens point to; with .html, for people',
  access: 'public',
  params: z.object({ slug: z.string(), version: z.string() }),
  reply: raw('application/json', 'text/html'),
  problems: ['terms-not-found'],

  async handle({ ctx, params }) {
    const [, version = '', page] = /^(\d{1,9})(\.html)?$/.exec(params.version) ?? [];
    const terms = await readTermsDocument(ctx, params.slug, version);
    return page
      ? { body: termsPage(terms), mediaType: 'text/html', headers: FOREVER }
      : { body: terms.document, mediaType: 'application/json', headers: FOREVER };
  },
});

export const termsRoutes: readonly Route[] = [saveTermsRoute, readTermsRoute];
