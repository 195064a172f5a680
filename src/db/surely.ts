import { setTimeout as pause } from 'node:timers/promises';
import { isStoreDown } from './store-errors.ts';

/** As long as the store is likely to be away when it is only restarted. */
const TRIES = { times: 20, everyMs: 500 } as const;

/** Does what must not be lost, also when the store is away for a moment. It may be done twice. */
export async function surely<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isStoreDown(error) || tries === TRIES.times) throw error;
      await pause(TRIES.everyMs);
    }
  }
}
