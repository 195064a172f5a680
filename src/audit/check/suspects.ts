import { type Entry, licenceOf } from './entry.ts';
import type { Finding, Report } from './finding.ts';

/** More are counted and not named: then a whole stretch of the log is another one. */
const NAMED = 50;

/** The leaves since the last checkpoint that was right, for when the next one is not. */
export interface Suspects {
  add(entry: Entry): void;
  clear(): void;
  /** Tells of all of them, with the same sentence. */
  report(report: Report, what: Pick<Finding, 'check' | 'what'>): void;
}

export function suspects(): Suspects {
  let some: Pick<Finding, 'index' | 'event' | 'licence'>[] = [];
  let more = 0;
  return {
    add({ index, line }) {
      if (some.length < NAMED) some.push({ index, event: line.id, licence: licenceOf(line) });
      else more++;
    },
    clear() {
      some = [];
      more = 0;
    },
    report(report, finding) {
      for (const suspect of some) report({ ...finding, ...suspect });
      if (more > 0 || some.length === 0) {
        const what =
          more > 0 ? `${finding.what} It is one of ${more} further leaves.` : finding.what;
        report({ ...finding, what });
      }
    },
  };
}
