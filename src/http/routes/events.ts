import { z } from 'zod';
import { readEvents } from '../../services/read-events.ts';
import { AUDITORS } from '../access.ts';
import { answerPage, pageFields, pageOf, windowOf } from '../paging.ts';
import { eventReply } from '../replies/event.ts';
import { defineRoute, type Route } from '../route.ts';
import { EventReply, eventFilterFields } from '../schemas/event.ts';

const listEventsRoute = defineRoute({
  method: 'get',
  path: '/v1/events',
  tag: 'Record',
  summary: 'The record: every change, who made it, what was before and after; newest first',
  access: AUDITORS,
  query: z.strictObject({ ...pageFields, ...eventFilterFields }),
  reply: pageOf(EventReply).meta({ id: 'Events' }),
  problems: [],

  async handle({ ctx, query }) {
    const { limit: _limit, cursor: _cursor, ...filter } = query;
    const rows = await readEvents(ctx, { ...filter, ...windowOf(query) });
    return answerPage(rows, query, eventReply);
  },
});

export const eventRoutes: readonly Route[] = [listEventsRoute];
