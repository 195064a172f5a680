/** What the database says at one instant; ages in seconds, 0 where there is nothing. */
export interface Standing {
  /** Words that changes left and the relay has not acted on. */
  outbox: { waiting: number; oldestSeconds: number };
  /** For each queue, how long the work that waits longest has been due. */
  due: readonly { queue: string; oldestSeconds: number }[];
  /** Stories that were killed or withheld and may still stand somewhere, by placement. */
  unconfirmedKills: { placements: number; oldestSeconds: number };
  /** Placements that were given up. */
  dead: number;
  /** Destinations that nothing is sent to now: after failures, or until somebody sees to them. */
  openBreakers: number;
  stopped: { paused: number; disabled: number };
  /** Events that have no leaf in the log yet. */
  unsealed: { events: number; oldestSeconds: number };
}
