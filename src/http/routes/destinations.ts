import { z } from 'zod';
import {
  changeDestination,
  mergedSettings,
} from '../../services/destinations/change-destination.ts';
import {
  listDestinations,
  pauseDestination,
  readDestination,
  resumeDestination,
} from '../../services/destinations/pause-destination.ts';
import {
  createDestination,
  inspectSettings,
} from '../../services/destinations/save-destination.ts';
import { countGivenUp } from '../../services/placements/replay-placements.ts';
import { OUTLETS_AND_ADMINS, OUTLETS_AND_AUDITORS } from '../access.ts';
import { checkedAt } from '../checked-at.ts';
import { answerPage, pageFields, pageOf, windowOf } from '../paging.ts';
import { destinationReply } from '../replies/destination.ts';
import { defineRoute, type Route } from '../route.ts';
import {
  CHANNEL_SECRETS,
  DestinationBody,
  DestinationChange,
  DestinationReply,
  PauseBody,
  ResumedDestinationReply,
} from '../schemas/destination.ts';
import { byId, IdFilter } from '../schemas/id.ts';

const ByDestination = byId('destination-not-found');
const createDestinationRoute = defineRoute({
  method: 'post',
  path: '/v1/outlets/{id}/destinations',
  tag: 'Destinations',
  summary: 'Add a place where the outlet wants articles; its secret is shown this once',
  access: OUTLETS_AND_ADMINS,
  params: byId('outlet-not-found'),
  body: DestinationBody,
  reply: DestinationReply,
  problems: ['outlet-not-found'],
  examples: {
    webhook: {
      channel: 'webhook',
      format: 'html',
      settings: { url: 'https://fjord-courier.example/imprimatur' },
    },
  },
  secrets: CHANNEL_SECRETS,

  async prepare({ ctx, body }) {
    await inspectSettings(ctx, body.channel, body.settings);
  },
  async handle({ ctx, params, body }) {
    const created = await createDestination(ctx, { ...body, outlet: params.id });
    return { body: destinationReply(created, ctx.now()) };
  },
});

const changeDestinationRoute = defineRoute({
  method: 'patch',
  path: '/v1/destinations/{id}',
  tag: 'Destinations',
  summary:
    'Change format, settings or limits; what stands there is sent again where these decide it',
  access: OUTLETS_AND_ADMINS,
  params: ByDestination,
  body: DestinationChange,
  reply: DestinationReply,
  problems: ['destination-not-found', 'destination-implicit'],
  examples: { format: { format: 'json' }, limits: { limits: { perMinute: 60 } } },

  async handle({ ctx, params, body }) {
    const change = body.settings ?? {};
    const { channel, settings } = await mergedSettings(ctx, params.id, change);
    const checked = checkedAt('settings', channel.settings, settings) as Record<string, unknown>;
    if (body.settings) await inspectSettings(ctx, channel.kind, checked);
    const changed = await changeDestination(ctx, {
      id: params.id,
      format: body.format,
      limits: body.limits ?? {},
      settings: Object.fromEntries(Object.keys(change).map((name) => [name, checked[name]])),
    });
    return { body: destinationReply(changed, ctx.now()) };
  },
});

const readDestinationRoute = defineRoute({
  method: 'get',
  path: '/v1/destinations/{id}',
  tag: 'Destinations',
  summary: 'One destination, secrets masked',
  access: OUTLETS_AND_AUDITORS,
  params: ByDestination,
  reply: DestinationReply,
  problems: ['destination-not-found'],

  async handle({ ctx, params }) {
    return { body: destinationReply(await readDestination(ctx, params.id), ctx.now()) };
  },
});

const listDestinationsRoute = defineRoute({
  method: 'get',
  path: '/v1/destinations',
  tag: 'Destinations',
  summary: 'Destinations, newest first',
  access: OUTLETS_AND_AUDITORS,
  query: z.strictObject({ ...pageFields, outlet: IdFilter }),
  reply: pageOf(DestinationReply).meta({ id: 'Destinations' }),
  problems: [],

  async handle({ ctx, query }) {
    const page = { ...windowOf(query), outlet: query.outlet };
    return answerPage(await listDestinations(ctx, page), query, (row) =>
      destinationReply(row, ctx.now()),
    );
  },
});

const pauseDestinationRoute = defineRoute({
  method: 'post',
  path: '/v1/destinations/{id}/pause',
  tag: 'Destinations',
  summary: 'Hold deliveries until resumed; kills still go',
  access: OUTLETS_AND_ADMINS,
  params: ByDestination,
  body: PauseBody,
  statuses: [200],
  reply: DestinationReply,
  problems: ['destination-not-found', 'destination-implicit'],
  examples: { move: { note: 'The site moves to a new host tonight.' } },

  async handle({ ctx, params, body }) {
    const paused = await pauseDestination(ctx, { id: params.id, note: body.note });
    return { body: destinationReply(paused, ctx.now()) };
  },
});

const resumeDestinationRoute = defineRoute({
  method: 'post',
  path: '/v1/destinations/{id}/resume',
  tag: 'Destinations',
  summary: 'Let deliveries go on; what waits is sent at once',
  access: OUTLETS_AND_ADMINS,
  params: ByDestination,
  statuses: [200],
  reply: ResumedDestinationReply,
  problems: ['destination-not-found', 'destination-implicit'],

  async handle({ ctx, params }) {
    const resumed = await resumeDestination(ctx, { id: params.id });
    const dead = await countGivenUp(ctx, params.id);
    return { body: { ...destinationReply(resumed, ctx.now()), dead } };
  },
});

export const destinationRoutes: readonly Route[] = [
  createDestinationRoute,
  changeDestinationRoute,
  readDestinationRoute,
  listDestinationsRoute,
  pauseDestinationRoute,
  resumeDestinationRoute,
];
