import { decodeHash } from './base64.ts';
import type { NoteKey } from './note-key.ts';
import { openNote } from './signed-note.ts';

/** What a log says of itself at one moment (C2SP tlog-checkpoint). */
export interface Checkpoint {
  origin: string;
  /** Leaves. */
  size: number;
  root: Buffer;
  /** Lines that the log may add. */
  extra: readonly string[];
}

/** The body that is signed. */
export function writeCheckpoint(checkpoint: Checkpoint): string {
  const { origin, size, root, extra } = checkpoint;
  return [origin, size, root.toString('base64'), ...extra].map((line) => `${line}\n`).join('');
}

/** Undefined for a text that is no checkpoint. */
export function readCheckpoint(text: string): Checkpoint | undefined {
  const lines = text.split('\n');
  const [origin = '', size = '', hash = '', ...rest] = lines;
  const root = decodeHash(hash);
  if (rest.pop() !== '' || !origin || !root || !/^(0|[1-9][0-9]{0,15})$/.test(size)) {
    return undefined;
  }
  if (!Number.isSafeInteger(Number(size)) || rest.some((line) => line === '')) return undefined;
  return { origin, size: Number(size), root, extra: rest };
}

/**
 * The checkpoint in a signed note; undefined where none of the keys has signed it, or it is of
 * another log than the key's name says.
 */
export function openCheckpoint(note: string, keys: readonly NoteKey[]): Checkpoint | undefined {
  const text = openNote(note, keys);
  const checkpoint = text === undefined ? undefined : readCheckpoint(text);
  return keys.some((key) => key.name === checkpoint?.origin) ? checkpoint : undefined;
}
