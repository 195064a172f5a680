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

/**
 * The payload of a token that one of the keys has signed: size and shape, type, algorithm, nothing
 * critical, key, signature, and that the key might sign then, in this order. Never rejects.
 *
 * The signature is checked on another thread while the payload is read here.
 */
export async function readSigned(
  token: string,
  { typ, keys, mostBytes }: Expected,
): Promise<{ payload: JsonObject } | Refusal> {
  const split = splitToken(token, mostBytes);
  if ('code' in split) return split;
  const header = readPart(split.header);
  const key = header && keyFor(header.object, typ, keys);
  const signature = key && 'key' in key ? checkSignature(token, key) : undefined;
  const parts = readParts(header, readPart(split.payload));
  if ('code' in parts) return parts;
  if (!key || 'code' in key) return key ?? parts;
  const refusal = (await signature) ?? refuseKeyState(key, parts.payload.iat);
  return refusal ?? parts;
}
