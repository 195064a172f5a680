import type { JsonObject } from '../json-object.ts';
import type { KeyRing } from '../keys/key-ring.ts';
import type { Refusal } from '../verdict.ts';
import { refuseKeyState, refuseSignature } from './check-signature.ts';
import { keyFor } from './key-for.ts';
import { readPart, readParts, splitToken } from './read-token.ts';

/** What a token has to be before its payload is believed. */
export interface Expected {
  typ: string;
  keys: KeyRing;
  /** The longest token that is looked at. */
  mostBytes: number;
}

/**
 * Reads a token whose payload can be believed to be its signer's: size and shape, type, algorithm,
 * nothing critical, key, signature, and that the key might sign then, in this order. Never throws.
 */
export function readSigned(
  token: string,
  { typ, keys, mostBytes }: Expected,
): { payload: JsonObject } | Refusal {
  const split = splitToken(token, mostBytes);
  if ('code' in split) return split;
  const header = readPart(split.header);
  const parts = readParts(header, readPart(split.payload));
  if ('code' in parts) return parts;
  const key = keyFor(header?.object ?? {}, typ, keys);
  if ('code' in key) return key;
  return refuseSignature(token, key) ?? refuseKeyState(key, parts.payload.iat) ?? parts;
}
