import type { KeyRing } from '../keys/key-ring.ts';
import type { StandingSource } from '../standing.ts';
import { readStatusToken, type StatusToken } from './read-status-token.ts';
import { standingOnList } from './standing-on-list.ts';

/** Looks standings up on a list that is at hand, such as the one in a bundle. */
export function standingFromToken(token: string, keys: KeyRing): StandingSource {
  return async (claims, { now }) => {
    const list = readStatusToken(token, { keys, now });
    return 'unknown' in list ? list : standingOnList(claims, list);
  };
}

/** Gets the text of a list from its address. What it throws is answered as unknown. */
export type FetchList = (uri: string) => Promise<string>;

interface Copy {
  token: string;
  fetchedAt: number;
}

/**
 * Looks standings up on the list that each licence names, and keeps each list for as long as it
 * says (`ttl`); a list that cannot be fetched anew after that is unknown.
 *
 * @param from the address, whole or with a slash at its end, below which lists are fetched: an
 *   address elsewhere is not asked, whatever a licence names
 */
export function standingFromFetched(
  fetchList: FetchList,
  { keys, from }: { keys: KeyRing; from: string },
): StandingSource {
  const copies = new Map<string, Copy>();
  return async (claims, { now }) => {
    const { uri } = claims.status.status_list;
    if (!uri.startsWith(from.endsWith('/') ? from : `${from}/`)) {
      return { unknown: `The status list is not at ${from}.` };
    }
    const held = copies.get(uri);
    const kept = held && readStatusToken(held.token, { keys, now });
    if (held && kept && isFresh(kept, held, now)) return standingOnList(claims, kept);
    copies.delete(uri);
    const token = await fetchList(uri);
    const list = readStatusToken(token, { keys, now });
    if ('unknown' in list) return list;
    copies.set(uri, { token, fetchedAt: now });
    return standingOnList(claims, list);
  };
}

function isFresh(
  list: StatusToken | { unknown: string },
  { fetchedAt }: Copy,
  now: number,
): list is StatusToken {
  if ('unknown' in list) return false;
  return now >= fetchedAt && now < fetchedAt + (list.ttlMs ?? 0);
}
