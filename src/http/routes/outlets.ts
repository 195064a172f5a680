import { z } from 'zod';
import { changeOutlet, createOutlet, listOutlets, ownOutlet } from '../../services/outlets.ts';
import { ADMINS, AUDITORS, OUTLETS_AND_AUDITORS } from '../access.ts';
import { answerPage, pageFields, pageOf, windowOf } from '../paging.ts';
import { outletReply } from '../replies/outlet.ts';
import { defineRoute, type Route } from '../route.ts';
import { byId } from '../schemas/id.ts';
import { OutletBody, OutletChange, OutletReply } from '../schemas/outlet.ts';

const ByOutlet = byId('outlet-not-found');

const createOutletRoute = defineRoute({
  method: 'post',
  path: '/v1/outlets',
  tag: 'Outlets',
  summary: 'Add a partner organisation',
  access: ADMINS,
  body: OutletBody,
  reply: OutletReply,
  problems: [],
  examples: {
    outlet: {
      name: 'The Fjord Courier',
      origins: ['https://fjord-courier.example'],
      country: 'NO',
      tags: ['partner'],
      contacts: ['desk@fjord-courier.example'],
    },
  },

  async handle({ ctx, body }) {
    return { body: outletReply(await createOutlet(ctx, body)) };
  },
});

const changeOutletRoute = defineRoute({
  method: 'patch',
  path: '/v1/outlets/{id}',
  tag: 'Outlets',
  summary: 'Change what is known of an outlet; what is left out stays',
  access: ADMINS,
  params: ByOutlet,
  body: OutletChange,
  reply: OutletReply,
  problems: ['outlet-not-found'],
  examples: { tags: { tags: ['partner', 'nordic'] } },

  async handle({ ctx, params, body }) {
    return { body: outletReply(await changeOutlet(ctx, params.id, body)) };
  },
});

const readOutletRoute = defineRoute({
  method: 'get',
  path: '/v1/outlets/{id}',
  tag: 'Outlets',
  summary: 'One outlet',
  access: OUTLETS_AND_AUDITORS,
  params: ByOutlet,
  reply: OutletReply,
  problems: ['outlet-not-found'],

  async handle({ ctx, params }) {
    return { body: outletReply(await ownOutlet(ctx, params.id)) };
  },
});

const listOutletsRoute = defineRoute({
  method: 'get',
  path: '/v1/outlets',
  tag: 'Outlets',
  summary: 'Outlets, newest first',
  access: AUDITORS,
  query: z.strictObject(pageFields),
  reply: pageOf(OutletReply).meta({ id: 'Outlets' }),
  problems: [],

  async handle({ ctx, query }) {
    return answerPage(await listOutlets(ctx, windowOf(query)), query, outletReply);
  },
});

export const outletRoutes: readonly Route[] = [
  createOutletRoute,
  changeOutletRoute,
  readOutletRoute,
  listOutletsRoute,
];
