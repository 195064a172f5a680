import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { decodeBase64 } from './base64.ts';

/** A public key that notes are verified with (C2SP signed-note, "Verifier keys"). */
export interface NoteKey {
  /** Who signs with it: of a log, its origin. */
  name: string;
  /** 4 bytes. */
  id: Buffer;
  publicKey: KeyObject;
}

/** Names an Ed25519 public key. @throws Error for another kind of key, or an impossible name */
export function noteKey(name: string, publicKey: KeyObject): NoteKey {
  if (!isKeyName(name)) throw new Error('A key name has no spaces and no plus sign.');
  return { name, id: idOf(name, rawOf(publicKey)), publicKey };
}

/** `name+id+material`: how a key is handed to those who verify with it. */
export function writeNoteKey({ name, id, publicKey }: NoteKey): string {
  const material = Buffer.concat([ED25519, rawOf(publicKey)]);
  return `${name}+${id.toString('hex')}+${material.toString('base64')}`;
}

/** Undefined for anything that is no Ed25519 key, or whose id is not its own. */
export function readNoteKey(text: string): NoteKey | undefined {
  const [, name = '', id, material = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? [];
  const bytes = decodeBase64(material);
  if (!isKeyName(name) || bytes?.length !== 33 || bytes[0] !== ED25519[0]) return undefined;
  const x = bytes.subarray(1).toString('base64url');
  const jwk = { kty: 'OKP', crv: 'Ed25519', x };
  const key = noteKey(name, createPublicKey({ key: jwk, format: 'jwk' }));
  return key.id.toString('hex') === id ? key : undefined;
}

export function isKeyName(name: string): boolean {
  return name.length > 0 && !/[\s+]/u.test(name);
}

function idOf(name: string, raw: Buffer, type = ED25519): Buffer {
  const hash = createHash('sha256').update(`${name}\n`).update(type).update(raw);
  return hash.digest().subarray(0, 4);
}

/** The id under which the same key signs the time of a checkpoint (C2SP tlog-cosignature). */
export function cosignerId({ name, publicKey }: NoteKey): Buffer {
  return idOf(name, rawOf(publicKey), COSIGNATURE);
}

function rawOf(publicKey: KeyObject): Buffer {
  const { kty, crv, x } = publicKey.export({ format: 'jwk' });
  if (kty !== 'OKP' || crv !== 'Ed25519') throw new Error('Notes are signed with Ed25519 keys.');
  return Buffer.from(x ?? '', 'base64url');
}

/** The signature type in front of the key. */
const ED25519 = Uint8Array.of(1);
const COSIGNATURE = Uint8Array.of(4);
