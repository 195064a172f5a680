import type { Instant } from '../../domain/instant.ts';

/** The searchable line of an event. */
export interface EventLine {
  id: string;
  at: Instant;
  type: string;
  actor: { kind: string; id: string };
  subject: { kind: string; id: string };
  outlet: string | null;
  article: string | null;
  licence: string | null;
  requestId: string;
}

/** An event as it is kept. */
export interface KeptEvent {
  line: EventLine;
  /** SHA-256(salt ‖ payload), which stays when the payload is removed; null: the line is gone. */
  commitment: Uint8Array | null;
  salt: Uint8Array | null;
  /** The exact text that is hashed; null once it was removed. */
  payload: string | null;
}

/** One leaf of the log, with the event that it stands for. */
export interface Entry extends KeptEvent {
  index: number;
  /** The hash that the tree is made of. */
  leaf: Uint8Array;
}

/** An event without a leaf. */
export interface Unsealed extends KeptEvent {
  /** Whether the sequencer knows that it has to give it one. */
  waits: boolean;
}

/** An event as its payload says it. */
export interface Payload {
  id: string;
  at: string;
  type: string;
  actor: { kind: string; id: string };
  subject: { kind: string; id: string };
  before?: unknown;
  after?: unknown;
  requestId: string;
}

/** The licence that an event is about, where it says. */
export function licenceOf({ licence, subject }: EventLine): string | undefined {
  if (licence !== null) return licence;
  return subject.kind === 'licence' ? subject.id : undefined;
}
