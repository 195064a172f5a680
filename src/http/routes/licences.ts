import { z } from 'zod';
import { formats } from '../../formats/index.ts';
import { listLicences, readLicence } from '../../services/licences/read-licences.ts';
import { readLicensedText } from '../../services/licences/read-licensed-text.ts';
import { OUTLETS_AND_AUDITORS } from '../access.ts';
import { answerPage, pageFields, pageOf, windowOf } from '../paging.ts';
import { licenceReply } from '../replies/licence.ts';
import { defineRoute, type Route, raw } from '../route.ts';
import { byId, IdFilter } from '../schemas/id.ts';
import { InstantBody } from '../schemas/instant.ts';
import { LicenceReply, LicenceState } from '../schemas/licence.ts';
import { Slug } from '../schemas/slug.ts';

const ByLicence = byId('licence-not-found');

const readLicenceRoute = defineRoute({
  method: 'get',
  path: '/v1/licences/{id}',
  tag: 'Licences',
  summary: 'One licence, with its token',
  access: OUTLETS_AND_AUDITORS,
  params: ByLicence,
  reply: LicenceReply,
  problems: ['licence-not-found'],

  async handle({ ctx, params }) {
    return { body: licenceReply(await readLicence(ctx, params.id), ctx.config.publicUrl) };
  },
});

const listLicencesRoute = defineRoute({
  method: 'get',
  path: '/v1/licences',
  tag: 'Licences',
  summary: 'Licences, newest first',
  access: OUTLETS_AND_AUDITORS,
  query: z.strictObject({
    ...pageFields,
    outlet: IdFilter,
    article: IdFilter,
    publication: Slug.optional(),
    state: LicenceState.optional(),
    from: InstantBody.optional().describe('In force at this instant or later'),
    until: InstantBody.optional().describe('In force before this instant'),
  }),
  reply: pageOf(LicenceReply).meta({ id: 'Licences' }),
  problems: [],

  async handle({ ctx, query }) {
    const { limit: _limit, cursor: _cursor, ...filter } = query;
    const rows = await listLicences(ctx, { ...filter, ...windowOf(query) });
    return answerPage(rows, query, (row) => licenceReply(row, ctx.config.publicUrl));
  },
});

export const FormatQuery = z.strictObject({
  format: z
    .string()
    .default('html')
    .describe([...formats.keys()].join(', ')),
});

/** Why a licensed text is not handed out now. */
export const TEXT_PROBLEMS = [
  ...(['licence-not-found', 'article-removed', 'article-withheld', 'too-early'] as const),
  ...(['licence-revoked', 'licence-expired'] as const),
  ...(['licence-suspended', 'licence-superseded', 'outlet-suspended'] as const),
];

const readLicensedTextRoute = defineRoute({
  method: 'get',
  path: '/v1/licences/{id}/article',
  tag: 'Licences',
  summary: 'The licensed text with its footer, in one of the formats',
  access: OUTLETS_AND_AUDITORS,
  params: ByLicence,
  query: FormatQuery,
  reply: raw('text/html', 'text/plain', 'application/json', 'text/markdown'),
  problems: [...TEXT_PROBLEMS, 'licence-for-feed'],

  async handle({ ctx, params, query }) {
    const text = await readLicensedText(ctx, { licence: params.id, format: query.format });
    return { body: text.text, mediaType: text.mediaType };
  },
});

export const licenceRoutes: readonly Route[] = [
  readLicenceRoute,
  listLicencesRoute,
  readLicensedTextRoute,
];
