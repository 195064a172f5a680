import { type Statuses, statusAt } from '../../verifier/index.ts';
import type { Report } from './finding.ts';
import type { LicenceSource } from './source.ts';

/** A licence as the events left it, and its place on its status list. */
export interface Listed {
  id: string;
  state: string;
  isOutletSuspended: boolean;
  uri: string;
  index: number;
}

/** What a list says; undefined where it says nothing to hold a licence against. */
export type StatusReader = (uri: string) => Promise<Statuses | undefined>;

/** Reads every list once, and tells of one that cannot be read. */
export function statusReader(source: LicenceSource, report: Report): StatusReader {
  const known = new Map<string, Statuses | undefined>();
  return async (uri) => {
    if (known.has(uri)) return known.get(uri);
    const read = await source.statuses(uri);
    if (typeof read === 'string') report({ check: 'status', what: `${uri}: ${read}` });
    known.set(uri, typeof read === 'string' ? undefined : read);
    return known.get(uri);
  };
}

/** Tells of a licence whose place on its list says something else than the events. */
export async function checkStatus(listed: Listed, read: StatusReader, report: Report) {
  const statuses = await read(listed.uri);
  if (!statuses) return;
  const [is, should] = [statusAt(statuses, listed.index), statusOf(listed)];
  if (is === should) return;
  const what = `Its status list says ${is ?? 'nothing'}, and by the events it is ${should}.`;
  report({ check: 'status', licence: listed.id, what });
}

/** The values of the IETF Token Status List, and our own third one. */
function statusOf({ state, isOutletSuspended }: Listed): number {
  if (state === 'revoked') return 1;
  if (state === 'suspended') return 2;
  if (state === 'superseded') return 3;
  return state === 'active' && isOutletSuspended ? 2 : 0;
}
