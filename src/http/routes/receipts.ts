import { z } from 'zod';
import { listReceipts } from '../../services/receipts/read-receipts.ts';
import { takeReceipt } from '../../services/receipts/take-receipt.ts';
import { OUTLETS, OUTLETS_AND_AUDITORS } from '../access.ts';
import { answerPage, pageFields, pageOf, windowOf } from '../paging.ts';
import { receiptReply } from '../replies/receipt.ts';
import { defineRoute, type Route } from '../route.ts';
import { byId, IdFilter } from '../schemas/id.ts';
import { ReceiptBody, ReceiptReply, TakenReceiptReply } from '../schemas/receipt.ts';

const takeReceiptRoute = defineRoute({
  method: 'post',
  path: '/v1/licences/{id}/receipts',
  tag: 'Placements',
  summary:
    'Say that a text is published, where, and in which version; said again it changes nothing',
  access: OUTLETS,
  params: byId('licence-not-found'),
  body: ReceiptBody,
  statuses: [201, 200],
  reply: TakenReceiptReply,
  problems: ['licence-not-found', 'nothing-sent'],
  examples: {
    page: {
      url: 'https://fjord-courier.example/news/ferry',
      version: 1,
      publishedAt: '2026-03-01T06:12:00Z',
    },
  },

  async handle({ ctx, params, body }) {
    const { articleId, placement, url, version, publishedAt } = body;
    const said = { licence: params.id, articleId, placement, url, version, publishedAt };
    const { receipt, isRepeated, confirmed, notices } = await takeReceipt(ctx, said);
    return {
      status: isRepeated ? 200 : 201,
      body: { ...receiptReply(receipt), confirmed, notices },
    };
  },
});

const listReceiptsRoute = defineRoute({
  method: 'get',
  path: '/v1/receipts',
  tag: 'Placements',
  summary: 'What outlets have confirmed, newest first',
  access: OUTLETS_AND_AUDITORS,
  query: z.strictObject({
    ...pageFields,
    outlet: IdFilter,
    article: IdFilter,
    licence: IdFilter,
    placement: IdFilter,
  }),
  reply: pageOf(ReceiptReply).meta({ id: 'Receipts' }),
  problems: [],

  async handle({ ctx, query }) {
    const { limit: _limit, cursor: _cursor, ...filter } = query;
    const rows = await listReceipts(ctx, { ...filter, ...windowOf(query) });
    return answerPage(rows, query, receiptReply);
  },
});

export const receiptRoutes: readonly Route[] = [takeReceiptRoute, listReceiptsRoute];
