import { z } from 'zod';
import { readEvents } from '../../services/read-events.ts';
import { AUDITORS } from '../access.ts';
import { answerPage, pageFields, pageOf, windowOf } from '../paging.ts';
import { eventReply } from '../replies/placement.ts';
import { defineRoute, type Route } from '../route.ts';
import { InstantBody } from '../schemas/instant.ts';
import { EventReply } from '../schemas/placement.ts';

/** What has a NUL, for one, the database cannot compare with anything. */
const Name = z
  .string()
  .max(100)
  .regex(/^[\x21-\x7e]*$/, 'Write it as the record shows it.')
  .optional();

const listEventsRoute = defineRoute({
  method: 'get',
  path: '/v1/events',
  tag: 'Record',
  summary: 'The record: every change, who made it, what was before and after; newest first',
  access: AUDITORS,
  query: z.strictObject({
    ...pageFields,
    type: Name,
    actor: Name.describe('Id of the key or worker'),
    subject: Name.describe('Id of what was changed'),
    from: InstantBody.optional(),
    until: InstantBody.optional(),
  }),
  reply: pageOf(EventReply).meta({ id: 'Events' }),
  problems: [],

  async handle({ ctx, query }) {
    const { limit: _limit, cursor: _cursor, ...filter } = query;
    const rows = await readEvents(ctx, { ...filter, ...windowOf(query) });
    return answerPage(rows, query, eventReply);
  },
});

export const eventRoutes: readonly Route[] = [listEventsRoute];
