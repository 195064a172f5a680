import { z } from 'zod';
import { formats } from '../../formats/index.ts';
import { listLicences, readLicence } from '../../services/licences/read-licences.ts';
import { readLicensedText } from '../../services/licences/read-licensed-text.ts';
import { revokeLicence } from '../../services/licences/revoke-licence.ts';
import { ADMINS, OUTLETS_AND_AUDITORS } from '../access.ts';
import { answerPage, pageFields, pageOf, windowOf } from '../paging.ts';
import { licenceReply } from '../replies/licence.ts';
import { defineRoute, type Route, raw } from '../route.ts';
import { byId, IdFilter } from '../schemas/id.ts';
import { InstantBody } from '../schemas/instant.ts';
import { LicenceReply, LicenceState, RevokeBody } from '../schemas/licence.ts';
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

const revokeLicenceRoute = defineRoute({
  method: 'post',
  path: '/v1/licences/{id}/revoke',
  tag: 'Licences',
  summary: 'End a licence before its time',
  access: ADMINS,
  params: ByLicence,
  body: RevokeBody,
  statuses: [200],
  reply: LicenceReply,
  problems: ['licence-not-found', 'licence-ended'],
  examples: { breach: { reason: 'The reprint appeared without its footer.' } },

  async handle({ ctx, params, body }) {
    const licence = await revokeLicence(ctx, { id: params.id, reason: body.reason });
    return { body: licenceReply(licence, ctx.config.publicUrl) };
  },
});

const readLicensedTextRoute = defineRoute({
  method: 'get',
  path: '/v1/licences/{id}/article',
  tag: 'Licences',
  summary: 'The licensed text with its footer, in one of the formats',
  access: OUTLETS_AND_AUDITORS,
  params: ByLicence,
  query: z.strictObject({
    format: z
      .string()
      .default('html')
      .describe([...formats.keys()].join(', ')),
  }),
  reply: raw('text/html', 'text/plain', 'application/json', 'text/markdown'),
  problems: [
    ...(['licence-not-found', 'article-removed', 'too-early'] as const),
    ...(['licence-revoked', 'licence-expired'] as const),
    ...(['licence-suspended', 'licence-superseded'] as const),
  ],

  async handle({ ctx, params, query }) {
    const text = await readLicensedText(ctx, { licence: params.id, format: query.format });
    return { body: text.text, mediaType: text.mediaType };
  },
});

export const licenceRoutes: readonly Route[] = [
  readLicenceRoute,
  listLicencesRoute,
  revokeLicenceRoute,
  readLicensedTextRoute,
];
