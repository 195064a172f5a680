import { z } from 'zod';
import { exportEvents } from '../../services/audit/export-events.ts';
import { readEvents } from '../../services/read-events.ts';
import { AUDITORS } from '../access.ts';
import { answerPage, pageFields, pageOf, windowOf } from '../paging.ts';
import { eventReply } from '../replies/event.ts';
import { asCsv, asNdjson } from '../replies/event-export.ts';
import { defineRoute, type Route, raw } from '../route.ts';
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

const NDJSON = 'application/x-ndjson';
const Switch = z
  .enum(['true', 'false'])
  .default('false')
  .transform((text) => text === 'true');

const exportEventsRoute = defineRoute({
  method: 'get',
  path: '/v1/events/export',
  tag: 'Record',
  summary: 'The record with salts, leaves and exact payloads, to be hashed anew; oldest first',
  access: AUDITORS,
  query: z.strictObject({
    ...eventFilterFields,
    format: z.enum(['ndjson', 'csv']).default('ndjson'),
    proofs: Switch.describe("With each leaf's way to a checkpoint (C2SP tlog-proof)"),
    checkpoints: Switch.describe('NDJSON: with lines for the checkpoints between the leaves'),
  }),
  reply: raw(NDJSON, 'text/csv'),
  problems: [],

  async handle({ ctx, query }) {
    const { format, proofs, checkpoints, ...filter } = query;
    const pages = await exportEvents(ctx, { filter, proofs, checkpoints });
    const name = `attachment; filename="events.${format}"`;
    return {
      body: '',
      headers: { 'Content-Disposition': name },
      ...(format === 'csv'
        ? { mediaType: 'text/csv', stream: asCsv(pages) }
        : { mediaType: NDJSON, stream: asNdjson(pages) }),
    };
  },
});

export const eventRoutes: readonly Route[] = [listEventsRoute, exportEventsRoute];
