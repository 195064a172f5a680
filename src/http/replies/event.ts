import type { z } from 'zod';
import { formatInstant } from '../../domain/instant.ts';
import type { readEvents } from '../../services/read-events.ts';
import type { EventReply } from '../schemas/event.ts';

type Event = Awaited<ReturnType<typeof readEvents>>[number];

/** A line of the record as it is answered. */
export function eventReply(row: Event): z.input<typeof EventReply> {
  return {
    id: row.id,
    at: formatInstant(row.at),
    type: row.type,
    actor: { kind: row.actor_kind, id: row.actor_id },
    subject: { kind: row.subject_kind, id: row.subject_id },
    ...(row.before !== null && { before: row.before }),
    ...(row.after !== null && { after: row.after }),
    ...(row.outlet !== null && { outlet: row.outlet }),
    ...(row.article !== null && { article: row.article }),
    ...(row.licence !== null && { licence: row.licence }),
    requestId: row.request_id,
  };
}
