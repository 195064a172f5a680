import type { Context } from '../context.ts';
import { type EventPage, listEvents, type RecordedEvent } from '../db/read-events.ts';
import { permitWholeHouse } from './permit.ts';

/** A page of the record, newest first. @throws DomainError `not-permitted` */
export async function readEvents(ctx: Context, page: EventPage): Promise<RecordedEvent[]> {
  permitWholeHouse(ctx.caller);
  return listEvents(ctx.db, page);
}
