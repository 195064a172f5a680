import type { Entry, KeptEvent, Unsealed } from './entry.ts';

/** An entry as exports write it: all that is needed to hash it anew. */
export interface EntryLine {
  /** The name of the tree; null for an event that has no leaf yet. */
  log: string | null;
  index: number | null;
  /** Hashes and salt in base64. */
  leaf: string | null;
  commitment: string | null;
  salt: string | null;
  /** The exact text that is hashed; null once it was removed. */
  payload: string | null;
  event: {
    id: string;
    /** RFC 3339. */
    at: string;
    type: string;
    actor: { kind: string; id: string };
    subject: { kind: string; id: string };
    outlet: string | null;
    article: string | null;
    licence: string | null;
    requestId: string;
  };
  /** The way to a checkpoint (C2SP tlog-proof), where it was asked for. */
  proof?: string;
}

/** A checkpoint among the lines of an export. */
export interface CheckpointLine {
  log: string;
  size: number;
  /** RFC 3339. */
  at: string;
  note: string;
}

/** Where an event stands in the log. */
export interface Place {
  log: string;
  index: number;
  leaf: Uint8Array;
}

/** @param place null for an event that has no leaf yet */
export function writeEntryLine(entry: KeptEvent, place: Place | null): EntryLine {
  const { at, ...line } = entry.line;
  return {
    log: place?.log ?? null,
    index: place?.index ?? null,
    leaf: encoded(place?.leaf ?? null),
    commitment: encoded(entry.commitment),
    salt: encoded(entry.salt),
    payload: entry.payload,
    event: { ...line, at: new Date(at).toISOString() },
  };
}

/** @throws Error for a line that is no entry of a tree */
export function readEntryLine(text: string): Entry {
  const line = JSON.parse(text) as EntryLine;
  if (typeof line.index !== 'number' || typeof line.leaf !== 'string') {
    throw new Error('This line is no leaf of the log.');
  }
  const leaf = Buffer.from(line.leaf, 'base64');
  return { ...keptEvent(line), index: line.index, leaf };
}

/** An event of an export that waited for its leaf. */
export function readUnsealedLine(text: string): Unsealed {
  return { ...keptEvent(JSON.parse(text) as EntryLine), waits: true };
}

function keptEvent({ event, commitment, salt, payload }: EntryLine): KeptEvent {
  const line = { ...event, at: Date.parse(event.at) };
  return { line, commitment: decoded(commitment), salt: decoded(salt), payload };
}

function encoded(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : Buffer.from(bytes).toString('base64');
}

function decoded(text: string | null): Buffer | null {
  return text === null ? null : Buffer.from(text, 'base64');
}
