import { createHmac } from 'node:crypto';
import type { Instant } from '../../domain/instant.ts';
import { LIST_SIZE } from './list-shape.ts';
import { createPermutation } from './permutation.ts';

/** Where a licence stands: `status.status_list` of its token (Token Status List, section 6.2). */
export interface Place {
  /** The list's address; also its name in the database. */
  uri: string;
  idx: number;
}

/** Finds the place for a licence. */
export type FindPlace = (input: {
  /** PUBLIC_URL: where the list will be served. */
  origin: string;
  /** A number that no other licence has. */
  position: number;
  /** The licence's end: lists are kept by the month of it, in UTC. */
  until: Instant;
}) => Place;

const NAME_BYTES = 12;
/** More than a service writes to at a time; each takes some KB. */
const KEPT = 64;

/**
 * Makes the rule by which licences get places on status lists.
 *
 * A position names a run of as many licences as a list has places, and a place within the run;
 * with the month it names one list. Two positions therefore never give one place, and no list has
 * to be looked up to find it.
 *
 * @param key 32 bytes; lists' names and the order on them tell nothing to those without it
 */
export function createPlaces(key: Buffer): FindPlace {
  const lists = new Map<string, ReturnType<typeof openList>>();
  return ({ origin, position, until }) => {
    const series = `${origin} ${monthOf(until)} ${Math.floor(position / LIST_SIZE)}`;
    let list = lists.get(series);
    if (!list) {
      list = openList(key, origin, series);
      if (lists.size >= KEPT) lists.clear();
      lists.set(series, list);
    }
    return { uri: list.uri, idx: list.permute(position % LIST_SIZE) };
  };
}

function openList(key: Buffer, origin: string, series: string) {
  const digest = createHmac('sha256', key).update(`name of ${series}`).digest();
  const name = digest.subarray(0, NAME_BYTES).toString('base64url');
  return { uri: `${origin}/status/${name}`, permute: createPermutation(key, series) };
}

function monthOf(instant: Instant): string {
  return new Date(instant).toISOString().slice(0, 7);
}
