import { hkdfSync } from 'node:crypto';
import { POSITION_BITS } from './list-shape.ts';

const LOW_BITS = POSITION_BITS >> 1;
const HIGH_BITS = POSITION_BITS - LOW_BITS;
const LOW = 1 << LOW_BITS;
const HIGH = 1 << HIGH_BITS;

/** Pairs of rounds: as many as one HKDF output, 255 hashes long, has tables for. */
const PAIRS = 5;
const PAIR_BYTES = 2 * (LOW + HIGH);

/**
 * Maps the positions of a list one to one onto its places, in an order that only the key's owner
 * can follow: from places nobody learns which licence came first, or how many there are.
 *
 * A Feistel network over 17 bits in halves of 8 and 9. The halves are so small that every round's
 * function is a table, filled from the key once (HKDF with SHA-256, RFC 5869).
 *
 * @param key 32 bytes
 * @param list what the order is for; each list has its own
 * @returns takes a whole number from 0 to below the size of a list, and gives one
 */
export function createPermutation(key: Buffer, list: string): (position: number) => number {
  const bytes = Buffer.from(
    hkdfSync('sha256', key, Buffer.alloc(0), `places on ${list}`, PAIRS * PAIR_BYTES),
  );
  const tables = Array.from({ length: PAIRS }, (_, i) => pairFrom(bytes, i * PAIR_BYTES));
  return (position) => {
    let high = position >> LOW_BITS;
    let low = position & (LOW - 1);
    for (const { fromLow, fromHigh } of tables) {
      high ^= (fromLow[low] ?? 0) & (HIGH - 1);
      low ^= (fromHigh[high] ?? 0) & (LOW - 1);
    }
    return (high << LOW_BITS) | low;
  };
}

function pairFrom(bytes: Buffer, at: number) {
  const read = (count: number, from: number) =>
    Uint16Array.from({ length: count }, (_, i) => bytes.readUInt16LE(from + 2 * i));
  return { fromLow: read(LOW, at), fromHigh: read(HIGH, at + 2 * LOW) };
}
