import { createInTurn } from './in-turn.ts';
import type { Kept, Store } from './store.ts';

/** A store for tests and trials: it forgets with its process, and older texts would pass again. */
export function memoryStore(): Store {
  const states = new Map<string, Kept>();
  const inTurn = createInTurn();
  return {
    change: (placement, step) =>
      inTurn(placement, async () => {
        const next = await step(states.get(placement));
        if (next) states.set(placement, next);
      }),
  };
}
