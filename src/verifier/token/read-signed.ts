import type { JsonObject } from '../json-object.ts';
import type { KeyRing } from '../keys/key-ring.ts';
import type { Refusal } from '../verdict.ts';
import { checkSignature, refuseKeyState } from './check-signature.ts';
import { keyFor } from './key-for.ts';
import { readPart, readParts, splitToken } from './read-token.ts';

/** What a token has to be before its payload is believed. */
export interface Expected {
  typ: string;
  keys: KeyRing;
  /** The longest token that is looked at. */
  mostBytes: number;
}

/** A payload, and whether it may be believed. */
export interface Signed {
  payload: JsonObject;
  /** Resolves to why it may not. */
  refusal: Promise<Refusal | undefined>;
}

/**
 * Reads a token and begins to check it: size and shape, type, algorithm, nothing critical, key,
 * signature, and that the key might sign then, in this order. Nothing throws or rejects.
 *
 * The signature is checked on another thread while the payload is read here.
 */
export function readSigned(token: string, { typ, keys, mostBytes }: Expected): Signed | Refusal {
  const split = splitToken(token, mostBytes);
  if ('code' in split) return split;
  const header = readPart(split.header);
  const key = keyFor(header?.object ?? {}, typ, keys);
  const signature = 'key' in key ? checkSignature(token, key) : undefined;
  const parts = readParts(header, readPart(split.payload));
  if ('code' in parts) return parts;
  if ('code' in key) return key;
  const { payload } = parts;
  const refusal = Promise.resolve(signature).then(
    (wrong) => wrong ?? refuseKeyState(key, payload.iat),
  );
  return { payload, refusal };
}
