import { deflateSync } from 'node:zlib';
import type { StatusEntry } from '../../domain/licence-status.ts';

/** How many bits a status takes (Token Status List, section 4.1). */
export type StatusBits = 1 | 2 | 4 | 8;

/**
 * Packs statuses into bytes, the first in the lowest bits of the first byte (Token Status List,
 * section 4.1). What is not named has status 0.
 *
 * @param size entries of the list; a part of a byte that is left over stays 0
 * @throws Error for a place outside the list, and for a status that the bits do not hold
 */
export function packStatuses(
  bits: StatusBits,
  size: number,
  entries: Iterable<StatusEntry>,
): Uint8Array {
  const perByte = 8 / bits;
  const bytes = new Uint8Array(Math.ceil(size / perByte));
  for (const [index, status] of entries) {
    if (index < 0 || index >= size) throw new Error(`A list of ${size} has no place ${index}.`);
    if (status < 0 || status >= 1 << bits) throw new Error(`${bits} bits hold no ${status}.`);
    const at = Math.floor(index / perByte);
    bytes[at] = (bytes[at] ?? 0) | (status << ((index % perByte) * bits));
  }
  return bytes;
}

/** Compresses packed statuses with ZLIB (RFC 1950), base64url without padding. */
export function compressStatuses(bytes: Uint8Array): string {
  return deflateSync(bytes, { level: 9 }).toString('base64url');
}
