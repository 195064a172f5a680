import { type KeyObject, sign, verify } from 'node:crypto';
import { cosignerId, type NoteKey } from './note-key.ts';
import { parseNote, writeSignature } from './signed-note.ts';

/**
 * Adds to a signed checkpoint when it was signed (C2SP tlog-cosignature).
 *
 * @param atMs epoch milliseconds; the second is what is signed
 * @throws Error where the note is none
 */
export function cosign(note: string, key: NoteKey, privateKey: KeyObject, atMs: number): string {
  const parsed = parseNote(note);
  if (!parsed) throw new Error('Only a signed note is cosigned.');
  const seconds = Math.floor(atMs / 1000);
  const time = Buffer.alloc(TIME_BYTES);
  time.writeBigUInt64BE(BigInt(seconds));
  const made = sign(null, messageOf(parsed.text, seconds), privateKey);
  const signature = Buffer.concat([time, made]);
  return `${note}${writeSignature({ name: key.name, keyId: cosignerId(key), signature })}`;
}

/** When the key signed the checkpoint, in epoch milliseconds; undefined where it has not. */
export function cosignedAt(note: string, key: NoteKey): number | undefined {
  const parsed = parseNote(note);
  const id = cosignerId(key);
  const line = parsed?.signatures.find(
    ({ name, keyId }) => name === key.name && keyId.equals(id),
  )?.signature;
  if (!parsed || line?.length !== TIME_BYTES + SIGNATURE_BYTES) return undefined;
  const seconds = Number(line.readBigUInt64BE());
  const message = messageOf(parsed.text, seconds);
  const holds = verify(null, message, key.publicKey, line.subarray(TIME_BYTES));
  return holds ? seconds * 1000 : undefined;
}

const TIME_BYTES = 8;
const SIGNATURE_BYTES = 64;

function messageOf(text: string, seconds: number): Buffer {
  return Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`);
}
