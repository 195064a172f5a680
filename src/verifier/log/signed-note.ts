import { type KeyObject, sign, verify } from 'node:crypto';
import { decodeBase64 } from './base64.ts';
import { isKeyName, type NoteKey } from './note-key.ts';

export interface NoteSignature {
  name: string;
  /** 4 bytes: which of that name's keys. */
  keyId: Buffer;
  signature: Buffer;
}

export interface SignedNote {
  /** What is signed, with its last newline. */
  text: string;
  signatures: readonly NoteSignature[];
}

/** Takes a note apart (C2SP signed-note); undefined where it is none. Nothing is verified here. */
export function parseNote(note: string): SignedNote | undefined {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n') || hasControls(note)) return undefined;
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) return undefined;
  const signatures = lines.map(parseSignature);
  if (!signatures.every((signature) => signature !== undefined)) return undefined;
  return { text: note.slice(0, end + 1), signatures };
}

/**
 * The text of a note that at least one of the keys has signed; undefined otherwise.
 *
 * Signatures of other keys say nothing. One that claims a known key and does not hold spoils the
 * note.
 */
export function openNote(note: string, keys: readonly NoteKey[]): string | undefined {
  const parsed = parseNote(note);
  if (!parsed) return undefined;
  const text = Buffer.from(parsed.text);
  const held = parsed.signatures.flatMap(({ name, keyId, signature }) => {
    const key = keys.find((known) => known.name === name && known.id.equals(keyId));
    return key ? [verify(null, text, key.publicKey, signature)] : [];
  });
  return held.length > 0 && held.every(Boolean) ? parsed.text : undefined;
}

/** Signs a text. @param text ends with a newline @throws Error where it cannot be a note's */
export function signNote(text: string, key: NoteKey, privateKey: KeyObject): string {
  if (!text.endsWith('\n') || hasControls(text)) {
    throw new Error('A note is lines of text, each with its newline.');
  }
  const signature = sign(null, Buffer.from(text), privateKey);
  return `${text}\n${writeSignature({ name: key.name, keyId: key.id, signature })}`;
}

/** A line of a note's end. */
export function writeSignature({ name, keyId, signature }: NoteSignature): string {
  return `— ${name} ${Buffer.concat([keyId, signature]).toString('base64')}\n`;
}

/** More than any log has witnesses; a note may come from anybody. */
const MAX_SIGNATURES = 100;

function parseSignature(line: string): NoteSignature | undefined {
  const [, name = '', encoded = ''] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
  const bytes = decodeBase64(encoded);
  if (!isKeyName(name) || !bytes || bytes.length < 5) return undefined;
  return { name, keyId: bytes.subarray(0, 4), signature: bytes.subarray(4) };
}

function hasControls(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  return /[\u0000-\u0009\u000b-\u001f\ufffd\p{Cs}]/u.test(text);
}
