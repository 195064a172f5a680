import type { Logger } from 'pino';

/** Something done again and again by one process. */
export interface Loop {
  /** Has it run now, or once more if it is running. */
  nudge(): void;
  /** Ends it; resolves when the run in hand is done. */
  stop(): Promise<void>;
}

/**
 * Runs `work` at least every `everyMs`, never twice at once. A failed run is told and tried again
 * in its turn: what it did not do is still there to be done.
 */
export function startLoop(
  name: string,
  everyMs: number,
  work: () => Promise<void>,
  log: Logger,
): Loop {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  let busy = false;
  let again = false;
  let stopped = false;

  function run(): void {
    clearTimeout(timer);
    again = false;
    busy = true;
    running = work()
      .catch((error) => log.error({ loop: name, err: error }, 'a run failed'))
      .then(rest);
  }
  function rest(): void {
    busy = false;
    if (stopped) return;
    if (again) run();
    else timer = setTimeout(run, everyMs);
  }

  run();
  return {
    nudge() {
      if (stopped) return;
      if (busy) again = true;
      else run();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
