import { reinstateOutlet, suspendOutlet } from '../../services/suspend-outlet.ts';
import { ADMINS } from '../access.ts';
import { outletReply } from '../replies/outlet.ts';
import { defineRoute, type Route } from '../route.ts';
import { byId } from '../schemas/id.ts';
import { OutletReply, ReasonBody } from '../schemas/outlet.ts';

const suspendOutletRoute = defineRoute({
  method: 'post',
  path: '/v1/outlets/{id}/suspend',
  tag: 'Outlets',
  summary: 'Keep an outlet from new text and new licences until it is reinstated',
  access: ADMINS,
  params: byId('outlet-not-found'),
  body: ReasonBody,
  statuses: [200],
  reply: OutletReply,
  problems: ['outlet-not-found'],
  examples: { unanswered: { reason: 'Nobody there answers our kills.' } },

  async handle({ ctx, params, body }) {
    return { body: outletReply(await suspendOutlet(ctx, { id: params.id, ...body })) };
  },
});

const reinstateOutletRoute = defineRoute({
  method: 'post',
  path: '/v1/outlets/{id}/reinstate',
  tag: 'Outlets',
  summary: 'Let a suspended outlet have text and licences again',
  access: ADMINS,
  params: byId('outlet-not-found'),
  body: ReasonBody,
  statuses: [200],
  reply: OutletReply,
  problems: ['outlet-not-found', 'outlet-not-suspended'],
  examples: { answered: { reason: 'The desk has a new head, who answers.' } },

  async handle({ ctx, params, body }) {
    return { body: outletReply(await reinstateOutlet(ctx, { id: params.id, ...body })) };
  },
});

export const outletSuspensionRoutes: readonly Route[] = [suspendOutletRoute, reinstateOutletRoute];
