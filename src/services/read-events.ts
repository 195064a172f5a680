import type { Context } from '../context.ts';
import { type EventFilter, listEvents, type RecordedEvent } from '../db/read-events.ts';

/** A page of the record, newest first. */
export function readEvents(ctx: Context, filter: EventFilter): Promise<RecordedEvent[]> {
  return listEvents(ctx.db, filter);
}
