import { z } from 'zod';
import {
  listAttempts,
  listPlacements,
  readPlacement,
} from '../../services/placements/read-placements.ts';
import { resendPlacement } from '../../services/placements/resend-placement.ts';
import { listReceipts } from '../../services/receipts/read-receipts.ts';
import { OUTLETS_AND_ADMINS, OUTLETS_AND_AUDITORS } from '../access.ts';
import { answerPage, pageFields, pageOf, windowOf } from '../paging.ts';
import { attemptReply, placementReply } from '../replies/placement.ts';
import { receiptReply } from '../replies/receipt.ts';
import { defineRoute, type Route } from '../route.ts';
import { byId, IdFilter } from '../schemas/id.ts';
import {
  AttemptReply,
  OutcomeClass,
  PlacementDetailReply,
  PlacementReply,
  PlacementState,
} from '../schemas/placement.ts';

const YesOrNo = z.enum(['true', 'false']).transform((text) => text === 'true');

/** Beside a placement; all are at `/v1/receipts`. */
const SHOWN_RECEIPTS = 20;
const ByPlacement = byId('placement-not-found');

const readPlacementRoute = defineRoute({
  method: 'get',
  path: '/v1/placements/{id}',
  tag: 'Placements',
  summary: 'What is wanted at one destination for one article, and what is there',
  access: OUTLETS_AND_AUDITORS,
  params: ByPlacement,
  reply: PlacementDetailReply,
  problems: ['placement-not-found'],

  async handle({ ctx, params }) {
    const placement = placementReply(await readPlacement(ctx, params.id));
    const receipts = await listReceipts(ctx, { placement: params.id, limit: SHOWN_RECEIPTS });
    return { body: { ...placement, receipts: receipts.map(receiptReply) } };
  },
});

const listPlacementsRoute = defineRoute({
  method: 'get',
  path: '/v1/placements',
  tag: 'Placements',
  summary: 'Placements',
  access: OUTLETS_AND_AUDITORS,
  query: z.strictObject({
    ...pageFields,
    outlet: IdFilter,
    article: IdFilter,
    destination: IdFilter,
    licence: IdFilter,
    state: PlacementState.optional(),
    confirmed: YesOrNo.optional(),
    overdue: YesOrNo.optional(),
  }),
  reply: pageOf(PlacementReply).meta({ id: 'Placements' }),
  problems: [],

  async handle({ ctx, query }) {
    const { limit: _limit, cursor: _cursor, ...filter } = query;
    const rows = await listPlacements(ctx, { ...filter, ...windowOf(query) });
    return answerPage(rows, query, placementReply);
  },
});

const listAttemptsRoute = defineRoute({
  method: 'get',
  path: '/v1/attempts',
  tag: 'Placements',
  summary: 'Every try to bring a placement up to date, newest first',
  access: OUTLETS_AND_AUDITORS,
  query: z.strictObject({
    ...pageFields,
    outlet: IdFilter,
    placement: IdFilter,
    destination: IdFilter,
    licence: IdFilter,
    article: IdFilter,
    outcome: OutcomeClass.optional(),
  }),
  reply: pageOf(AttemptReply).meta({ id: 'Attempts' }),
  problems: [],

  async handle({ ctx, query }) {
    const { limit: _limit, cursor: _cursor, ...filter } = query;
    const rows = await listAttempts(ctx, { ...filter, ...windowOf(query) });
    return answerPage(rows, query, attemptReply);
  },
});

const resendPlacementRoute = defineRoute({
  method: 'post',
  path: '/v1/placements/{id}/resend',
  tag: 'Placements',
  summary: 'Send what is wanted once more, under a higher number',
  access: OUTLETS_AND_ADMINS,
  params: ByPlacement,
  statuses: [200],
  reply: PlacementReply,
  problems: ['placement-not-found', 'article-killed'],

  async handle({ ctx, params }) {
    return { body: placementReply(await resendPlacement(ctx, params.id)) };
  },
});

export const placementRoutes: readonly Route[] = [
  readPlacementRoute,
  listPlacementsRoute,
  listAttemptsRoute,
  resendPlacementRoute,
];
