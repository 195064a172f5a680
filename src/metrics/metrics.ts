import { collectDefaultMetrics, Registry } from 'prom-client';
import { createCounts } from './counts.ts';
import { createGauges } from './gauges.ts';
import type { Standing } from './standing.ts';

/** What was wanted of a placement, as far as it matters to who waits for it. */
export interface WantedKind {
  operation: 'upsert' | 'withdraw';
  /** Why a text goes. */
  reason?: string | null | undefined;
  /** Back-fill or replay. */
  bulk?: boolean | undefined;
}

/** Counts what happens in this process, and tells it with the state of the database. */
export interface Metrics {
  /**
   * A try at a destination, or a look at whether a text is gone, came to this.
   *
   * @param outcome one of a few words: a class of outcomes, or what was seen
   */
  attempted(purpose: 'deliver' | 'verify', outcome: string): void;
  /** A wanted state left for the first time, so long after the commit that made it. */
  sent(wanted: WantedKind, sinceCommitMs: number): void;
  /** Somebody or something said that a wanted state is so. */
  confirmed(wanted: WantedKind, sinceCommitMs: number): void;
  /** The sweep found so many placements that something else had missed. */
  rescued(placements: number): void;
  /** The egress guard refused to reach an address. */
  blocked(): void;
  /** Adds what Node knows of the process itself. */
  watchProcess(): void;
  /** The media type of what `expose` returns. */
  readonly mediaType: string;
  /**
   * Everything in the text format of Prometheus.
   *
   * @param read asks the database, at most once a second; when it fails, what this process counted
   *   is told all the same
   */
  expose(now: number, read: () => Promise<Standing>): Promise<string>;
}

/** The metrics of one process. No label names a partner: their number would be without bound. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const gauges = createGauges(registry);
  return {
    ...createCounts(registry),
    watchProcess: () => collectDefaultMetrics({ register: registry }),
    mediaType: registry.contentType,
    async expose(now, read) {
      await gauges.refresh(now, read);
      return registry.metrics();
    },
  };
}
