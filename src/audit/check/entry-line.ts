import type { Entry } from './entry.ts';

/** An entry as exports write it: all that is needed to hash it anew. */
export interface EntryLine {
  /** Null for an event that has no leaf yet. */
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
}

export function writeEntryLine(
  entry: Omit<Entry, 'index' | 'leaf'> & { index: number | null; leaf: Uint8Array | null },
): EntryLine {
  const { at, ...line } = entry.line;
  return {
    index: entry.index,
    leaf: encoded(entry.leaf),
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
  return {
    index: line.index,
    leaf: Buffer.from(line.leaf, 'base64'),
    commitment: decoded(line.commitment),
    salt: decoded(line.salt),
    payload: line.payload,
    line: { ...line.event, at: Date.parse(line.event.at) },
  };
}

function encoded(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : Buffer.from(bytes).toString('base64');
}

function decoded(text: string | null): Buffer | null {
  return text === null ? null : Buffer.from(text, 'base64');
}
