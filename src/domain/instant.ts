/** Epoch milliseconds, UTC. Intervals of instants are half-open: the first is in, the last is out. */
export type Instant = number;

/** RFC 3339 in UTC, as every instant leaves the service. */
export function formatInstant(instant: Instant): string {
  return new Date(instant).toISOString();
}
