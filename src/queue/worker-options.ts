/**
 * How soon a killed worker's wake-up is taken over: found within a stalled check after its lock
 * ran out. The defaults make that a minute.
 */
export const WORKER_OPTIONS = { lockDuration: 10_000, stalledInterval: 5_000 } as const;
