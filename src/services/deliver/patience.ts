/** An outlet that answers within this keeps nobody waiting; a slower one gets company. */
const LATE_MS = 100;
/** So much waiting in one turn, and others may have its place. */
const LONG_MS = 400;

/** How long a turn waits for its outlet. */
export interface Patience {
  /** Counts this as waiting for the outlet. */
  during<Result>(answer: Promise<Result>): Promise<Result>;
}

/** What follows from waiting. */
export interface Waiting {
  /** Called for each answer that is late, while it is still waited for. */
  onLate: () => void;
  /** Called when the outlet has kept the turn waiting long, maybe more than once. */
  onLong: () => void;
  /** Whether this process has time to begin more. */
  isBusy: () => boolean;
}

/**
 * While this process is busy nothing follows: it is what keeps answers waiting then, and by beginning
 * more it would only make itself busier.
 */
export function patience({ onLate, onLong, isBusy }: Waiting): Patience {
  let waitedMs = 0;
  return {
    async during(answer) {
      const since = performance.now();
      const timer = setInterval(() => {
        if (isBusy()) return;
        clearInterval(timer);
        onLate();
        onLong();
      }, LATE_MS);
      try {
        return await answer;
      } finally {
        clearInterval(timer);
        waitedMs += performance.now() - since;
        if (waitedMs > LONG_MS && !isBusy()) onLong();
      }
    },
  };
}
