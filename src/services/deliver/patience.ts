/** An outlet that answers within this keeps nobody waiting; a slower one gets company. */
const LATE_MS = 100;
/** So much waiting in one turn, and others may have its place. */
const LONG_MS = 400;

/**
 * How long a turn waits for its outlet. Time that this service takes itself does not count: a
 * busy process would only make itself busier if it began more for being slow.
 */
export interface Patience {
  /** Counts this as waiting for the outlet. */
  during<Result>(answer: Promise<Result>): Promise<Result>;
}

/**
 * @param onLate called for each answer that is late, while it is still waited for
 * @param onLong called when the outlet has kept the turn waiting long, maybe more than once
 */
export function patience(onLate: () => void, onLong: () => void): Patience {
  let waitedMs = 0;
  return {
    async during(answer) {
      const since = performance.now();
      let isWaiting = true;
      const late = () => {
        if (!isWaiting) return;
        onLate();
        onLong();
      };
      // An answer that lies there already, behind what kept this process busy, is not late.
      const timer = setTimeout(() => setImmediate(late), LATE_MS);
      try {
        return await answer;
      } finally {
        isWaiting = false;
        clearTimeout(timer);
        waitedMs += performance.now() - since;
        if (waitedMs > LONG_MS) onLong();
      }
    },
  };
}
