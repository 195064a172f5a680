import type { LicenceState } from '../../domain/licence-life.ts';
import { statusOf } from '../../domain/licence-status.ts';
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
  // A state that no licence has is on no list, and so never what the list says.
  const should = statusOf(listed.state as LicenceState, listed.isOutletSuspended);
  const is = statusAt(statuses, listed.index);
  if (is === should) return;
  const what = `Its status list says ${is ?? 'nothing'}, and by the events it is ${should}.`;
  report({ check: 'status', licence: listed.id, what });
}
