import { z } from 'zod';
import { addMessage } from '../../services/requests/add-message.ts';
import { acceptOffer, declineOffer } from '../../services/requests/answer-offer.ts';
import { listMessages } from '../../services/requests/read-conversation.ts';
import { OUTLETS, OUTLETS_AND_ADMINS, OUTLETS_AND_AUDITORS } from '../access.ts';
import { answerPage, pageFields, pageOf, windowOf } from '../paging.ts';
import { messageReply } from '../replies/conversation.ts';
import { requestReply } from '../replies/licence.ts';
import { defineRoute, type Route } from '../route.ts';
import { AnswerBody, MessageBody, MessageReply } from '../schemas/conversation.ts';
import { byId } from '../schemas/id.ts';
import { RequestReply } from '../schemas/licence.ts';

const ByRequest = byId('request-not-found');

const addMessageRoute = defineRoute({
  method: 'post',
  path: '/v1/requests/{id}/messages',
  tag: 'Requests',
  summary: 'Write to the other side about a request that waits, ask otherwise, or make an offer',
  access: OUTLETS_AND_ADMINS,
  params: ByRequest,
  body: MessageBody,
  reply: MessageReply,
  problems: ['request-not-found', 'request-decided', 'terms-not-found'],
  examples: { question: { text: 'Would a week be enough for you?' } },

  async handle({ ctx, params, body: { text, use, offer } }) {
    const message = await addMessage(ctx, { id: params.id, text, use, offer });
    return { body: messageReply(message, ctx.config.publicUrl) };
  },
});

const listMessagesRoute = defineRoute({
  method: 'get',
  path: '/v1/requests/{id}/messages',
  tag: 'Requests',
  summary: 'What both sides wrote about a request, from the first on',
  access: OUTLETS_AND_AUDITORS,
  params: ByRequest,
  query: z.strictObject(pageFields),
  reply: pageOf(MessageReply).meta({ id: 'RequestMessages' }),
  problems: ['request-not-found'],

  async handle({ ctx, params, query }) {
    const rows = await listMessages(ctx, params.id, windowOf(query));
    return answerPage(rows, query, (row) => messageReply(row, ctx.config.publicUrl));
  },
});

const acceptOfferRoute = defineRoute({
  method: 'post',
  path: '/v1/requests/{id}/accept',
  tag: 'Requests',
  summary: 'Accept the offer that stands; the licence is issued under its terms',
  access: OUTLETS,
  params: ByRequest,
  body: AnswerBody,
  statuses: [200],
  reply: RequestReply,
  problems: [
    ...(['request-not-found', 'request-decided', 'offer-not-standing'] as const),
    ...(['article-killed', 'licence-unavailable', 'licence-too-large'] as const),
  ],
  examples: { gladly: { text: 'Gladly, on Sunday.' } },

  async handle({ ctx, params, body: { offer, text } }) {
    const { request, licence } = await acceptOffer(ctx, { id: params.id, offer, text });
    return { body: requestReply(request, licence, ctx.config.publicUrl) };
  },
});

const declineOfferRoute = defineRoute({
  method: 'post',
  path: '/v1/requests/{id}/decline',
  tag: 'Requests',
  summary: 'Decline the offer that stands; the request goes on waiting',
  access: OUTLETS,
  params: ByRequest,
  body: AnswerBody,
  statuses: [200],
  reply: RequestReply,
  problems: ['request-not-found', 'request-decided', 'offer-not-standing'],
  examples: { sorry: { text: 'A week is too short for us.' } },

  async handle({ ctx, params, body: { offer, text } }) {
    const { request } = await declineOffer(ctx, { id: params.id, offer, text });
    return { body: requestReply(request, null, ctx.config.publicUrl) };
  },
});

export const conversationRoutes: readonly Route[] = [
  addMessageRoute,
  listMessagesRoute,
  acceptOfferRoute,
  declineOfferRoute,
];
