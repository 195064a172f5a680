/** What the owner of a destination lets the service do there; null: the service's own measure. */
export interface DestinationLimits {
  /** Sends at once. */
  concurrency: number | null;
  /** Sends within any minute. */
  perMinute: number | null;
}

export const MOST_AT_ONCE = 50;
export const MOST_PER_MINUTE = 10_000;

export const NO_LIMITS: DestinationLimits = { concurrency: null, perMinute: null };

/** Those that change. */
export type LimitsEdit = {
  [Name in keyof DestinationLimits]?: DestinationLimits[Name] | undefined;
};

/** The limits that stand after an edit of some of them. */
export function limitsAfter(before: DestinationLimits, edit: LimitsEdit = {}): DestinationLimits {
  return {
    concurrency: edit.concurrency === undefined ? before.concurrency : edit.concurrency,
    perMinute: edit.perMinute === undefined ? before.perMinute : edit.perMinute,
  };
}
