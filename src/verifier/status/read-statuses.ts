import { inflateSync } from 'node:zlib';
import { isJsonObject } from '../json-object.ts';

/** A million statuses of eight bits. */
const MOST_BYTES = 1024 * 1024;

/** A list of statuses, unpacked. */
export interface Statuses {
  bits: 1 | 2 | 4 | 8;
  bytes: Uint8Array;
}

/**
 * Unpacks the `status_list` of a Status List Token (IETF Token Status List, section 4.2): ZLIB
 * (RFC 1950) in base64url, to no more bytes than a list of ours could ever have.
 *
 * @returns undefined for what is no list
 */
export function readStatuses(list: unknown): Statuses | undefined {
  if (!isJsonObject(list)) return undefined;
  const { bits, lst } = list;
  const isKnown = bits === 1 || bits === 2 || bits === 4 || bits === 8;
  if (!isKnown || typeof lst !== 'string' || !/^[A-Za-z0-9_-]*$/.test(lst)) return undefined;
  try {
    const packed = Buffer.from(lst, 'base64url');
    return { bits, bytes: inflateSync(packed, { maxOutputLength: MOST_BYTES }) };
  } catch {
    return undefined;
  }
}

/** The status at a place, the first in the lowest bits; undefined beyond the list's end. */
export function statusAt({ bits, bytes }: Statuses, idx: number): number | undefined {
  if (!Number.isSafeInteger(idx) || idx < 0) return undefined;
  const perByte = 8 / bits;
  const byte = bytes[Math.floor(idx / perByte)];
  return byte === undefined ? undefined : (byte >> ((idx % perByte) * bits)) & ((1 << bits) - 1);
}
