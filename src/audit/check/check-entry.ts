import { commitmentTo, entryOf, leafHash } from '../../verifier/log/index.ts';
import { type Entry, type EventLine, type KeptEvent, licenceOf, type Payload } from './entry.ts';
import type { Report } from './finding.ts';

/** Hashes an event anew from what is kept of it, and holds its leaf against that. */
export function checkEntry(entry: Entry, report: Report): Payload | undefined {
  const { index, line, commitment, leaf } = entry;
  const about = { index, event: line.id, licence: licenceOf(line) };
  if (commitment === null) {
    report({ ...about, check: 'leaves', what: 'The event of this leaf is gone.' });
    return undefined;
  }
  if (!leafHash(entryOf(commitment)).equals(leaf)) {
    report({ ...about, check: 'hashes', what: 'The leaf is not the hash of this event.' });
  }
  return checkEvent(entry, report);
}

/**
 * Holds an event's exact text to what was committed to, and its searchable line to the text.
 *
 * @returns what the event says; undefined for one whose payload is gone or unreadable
 */
export function checkEvent(event: KeptEvent, report: Report): Payload | undefined {
  const { line, salt, payload: text, commitment } = event;
  if (text === null || salt === null || commitment === null) return undefined;
  const about = { event: line.id, licence: licenceOf(line) };
  if (!commitmentTo(salt, text).equals(commitment)) {
    report({ ...about, check: 'hashes', what: 'What the event says was altered.' });
  }
  const payload = readPayload(text);
  const faults = payload ? differences(line, payload) : ['everything'];
  if (faults.length > 0) {
    const what = `The line says something else than the event: ${faults.join(', ')}.`;
    report({ ...about, check: 'columns', what });
  }
  return payload;
}

function readPayload(text: string): Payload | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isPayload = typeof value === 'object' && value !== null && 'subject' in value;
    return isPayload ? (value as Payload) : undefined;
  } catch {
    return undefined;
  }
}

/** Without lists that are mostly thrown away: this is done for every event. */
function differences(line: EventLine, payload: Payload): string[] {
  const { actor, subject } = payload;
  const faults: string[] = [];
  if (line.id !== payload.id) faults.push('id');
  if (line.at !== Date.parse(payload.at)) faults.push('at');
  if (line.type !== payload.type) faults.push('type');
  if (!isSame(line.actor, actor)) faults.push('actor');
  if (!isSame(line.subject, subject)) faults.push('subject');
  if (line.requestId !== payload.requestId) faults.push('requestId');
  if (subject?.kind === 'licence' && line.licence !== subject.id) faults.push('licence');
  return faults;
}

function isSame(shown: EventLine['actor'], said: EventLine['actor'] | undefined): boolean {
  return shown.kind === said?.kind && shown.id === said.id;
}
