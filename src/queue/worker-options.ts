/**
 * How soon a killed worker's wake-up is taken over: found within a stalled check after its lock
 * ran out, and so before the leases of what it was sending have. The defaults make that a minute.
 *
 * A wake-up may be taken over any number of times: BullMQ would fail it at the second, and nothing
 * in it can be what kills a worker.
 */
export const WORKER_OPTIONS = {
  lockDuration: 8_000,
  stalledInterval: 3_000,
  maxStalledCount: 1_000_000,
} as const;
