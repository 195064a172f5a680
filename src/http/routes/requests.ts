import { z } from 'zod';
import { invalid } from '../../domain/errors.ts';
import { intervalFaults } from '../../domain/use-interval.ts';
import { grantRequest, refuseRequest } from '../../services/requests/decide-request.ts';
import { readConversation } from '../../services/requests/read-conversation.ts';
import { listRequests } from '../../services/requests/read-requests.ts';
import { requestReprint } from '../../services/requests/request-reprint.ts';
import { ADMINS, OUTLETS, OUTLETS_AND_AUDITORS } from '../access.ts';
import { answerPage, pageFields, pageOf, windowOf } from '../paging.ts';
import { messageReply, standingOfferReply } from '../replies/conversation.ts';
import { decisionReply, requestReply } from '../replies/licence.ts';
import { defineRoute, type Route } from '../route.ts';
import { byId, IdFilter } from '../schemas/id.ts';
import { GrantBody, RefuseBody, RequestBody, RequestReply } from '../schemas/licence.ts';
import { Slug } from '../schemas/slug.ts';
import { wantedOf } from '../schemas/subject.ts';

const ByRequest = byId('request-not-found');

const requestReprintRoute = defineRoute({
  method: 'post',
  path: '/v1/requests',
  tag: 'Requests',
  summary:
    'Ask to reprint an article, or each of a feed; every well-formed request is answered with its decision',
  access: OUTLETS,
  body: RequestBody,
  reply: RequestReply,
  problems: ['article-not-found', 'publication-not-found'],
  examples: {
    web: {
      articleId: '0198c5a4-6f4e-7c1b-9a52-3d0f8e7b6a11',
      use: { media: ['web'], territories: ['world'], until: '2099-03-01T00:00:00Z' },
    },
    feed: {
      feed: { publication: 'harbour-letter', filter: { language: ['en'] }, backFill: 20 },
      use: { media: ['web'], territories: ['world'], until: '2099-03-01T00:00:00Z' },
    },
  },

  async handle({ ctx, body }) {
    const faults = intervalFaults(body.use, ctx.now());
    if (faults.length > 0) throw invalid(faults);
    const { request, licence } = await requestReprint(ctx, { ...wantedOf(body), use: body.use });
    return { body: requestReply(request, licence, ctx.config.publicUrl) };
  },
});

const readRequestRoute = defineRoute({
  method: 'get',
  path: '/v1/requests/{id}',
  tag: 'Requests',
  summary: 'One request, with what was written about it, and its licence where it was granted',
  access: OUTLETS_AND_AUDITORS,
  params: ByRequest,
  reply: RequestReply,
  problems: ['request-not-found'],

  async handle({ ctx, params }) {
    const { request, licence, messages, offer } = await readConversation(ctx, params.id);
    const { publicUrl } = ctx.config;
    const body = {
      ...requestReply(request, licence, publicUrl),
      ...(messages.length > 0 && {
        messages: messages.map((message) => messageReply(message, publicUrl)),
      }),
      ...(ctx.caller.outlet === null && { decision: decisionReply(request) }),
      ...(offer && { offer: standingOfferReply(offer, publicUrl) }),
    };
    return { body };
  },
});

const listRequestsRoute = defineRoute({
  method: 'get',
  path: '/v1/requests',
  tag: 'Requests',
  summary: 'Requests, newest first',
  access: OUTLETS_AND_AUDITORS,
  query: z.strictObject({
    ...pageFields,
    outlet: IdFilter,
    article: IdFilter,
    publication: Slug.optional(),
    state: z.enum(['granted', 'refused', 'pending']).optional(),
  }),
  reply: pageOf(RequestReply).meta({ id: 'Requests' }),
  problems: [],

  async handle({ ctx, query }) {
    const { limit: _limit, cursor: _cursor, ...filter } = query;
    const rows = await listRequests(ctx, { ...filter, ...windowOf(query) });
    return answerPage(rows, query, (row) => requestReply(row, null, ctx.config.publicUrl));
  },
});

const grantRequestRoute = defineRoute({
  method: 'post',
  path: '/v1/requests/{id}/grant',
  tag: 'Requests',
  summary: 'Grant a pending request: what is asked, narrowed to the terms',
  access: ADMINS,
  params: ByRequest,
  body: GrantBody,
  statuses: [200],
  reply: RequestReply,
  problems: [
    ...(['request-not-found', 'request-decided', 'article-killed'] as const),
    ...(['terms-not-found', 'licence-unavailable', 'licence-too-large'] as const),
  ],
  examples: { default: {} },

  async handle({ ctx, params, body }) {
    const { request, licence } = await grantRequest(ctx, { id: params.id, ...body });
    return { body: requestReply(request, licence, ctx.config.publicUrl) };
  },
});

const refuseRequestRoute = defineRoute({
  method: 'post',
  path: '/v1/requests/{id}/refuse',
  tag: 'Requests',
  summary: 'Refuse a pending request',
  access: ADMINS,
  params: ByRequest,
  body: RefuseBody,
  statuses: [200],
  reply: RequestReply,
  problems: ['request-not-found', 'request-decided'],
  examples: { refusal: { note: 'The story is reserved for our own site this month.' } },

  async handle({ ctx, params, body }) {
    const { request } = await refuseRequest(ctx, { id: params.id, ...body });
    return { body: requestReply(request, null, ctx.config.publicUrl) };
  },
});

export const requestRoutes: readonly Route[] = [
  requestReprintRoute,
  readRequestRoute,
  listRequestsRoute,
  grantRequestRoute,
  refuseRequestRoute,
];
