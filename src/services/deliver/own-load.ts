import { performance } from 'node:perf_hooks';

/** Looked at for so long at least; a shorter look would say only what ran just now. */
const WINDOW_MS = 100;
/** From this share of the time on a process has none left to spend. */
const BUSY = 0.85;

/** @returns whether this process was busy nearly all the time lately, as far as it runs JavaScript */
export function ownLoad(): () => boolean {
  let since = performance.eventLoopUtilization();
  let isBusy = false;
  return () => {
    const { active, idle, utilization } = performance.eventLoopUtilization(since);
    if (active + idle >= WINDOW_MS) {
      isBusy = utilization >= BUSY;
      since = performance.eventLoopUtilization();
    }
    return isBusy;
  };
}
