import type { EventLine, KeptEvent, Payload } from '../../audit/check/entry.ts';
import type { KeptEventRow } from '../../db/record/kept-events.ts';

/** An event as the database keeps it. */
export function keptEvent(row: KeptEventRow): KeptEvent {
  const { salt, payload, commitment } = row;
  return { line: row.id === null ? lostLine(row) : lineOf(row), commitment, salt, payload };
}

function lineOf(row: KeptEventRow): EventLine {
  const { outlet, article, licence } = row;
  return {
    id: row.event,
    at: row.at ?? Number.NaN,
    type: row.type ?? '',
    actor: { kind: row.actor_kind ?? '', id: row.actor_id ?? '' },
    subject: { kind: row.subject_kind ?? '', id: row.subject_id ?? '' },
    requestId: row.request_id ?? '',
    ...{ outlet, article, licence },
  };
}

/** A line that is gone may have left its payload, which says what it was about. */
function lostLine(row: KeptEventRow): EventLine {
  const said = row.payload === null ? undefined : (JSON.parse(row.payload) as Payload);
  if (!said) return lineOf(row);
  const { at, type, actor, subject, requestId } = said;
  return { ...lineOf(row), at: Date.parse(at), type, actor, subject, requestId };
}
