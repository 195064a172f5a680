import { setTimeout } from 'node:timers/promises';

/**
 * Joins calls that come within a few milliseconds into one: a round trip and a commit for many.
 *
 * @param run takes all items in the order of the calls and answers one result for each
 * @returns a function for one item
 */
export function batched<Item, Result>(
  run: (items: Item[]) => Promise<Result[]>,
  { waitMs, most }: { waitMs: number; most: number },
): (item: Item) => Promise<Result> {
  interface Waiting {
    item: Item;
    resolve: (result: Result) => void;
    reject: (reason: unknown) => void;
  }
  let waiting: Waiting[] = [];

  async function flush(batch: Waiting[]): Promise<void> {
    try {
      const results = await run(batch.map((one) => one.item));
      batch.forEach((one, i) => {
        one.resolve(results[i] as Result);
      });
    } catch (error) {
      for (const one of batch) one.reject(error);
    }
  }

  async function flushSoon(batch: Waiting[]): Promise<void> {
    await setTimeout(waitMs);
    if (waiting !== batch) return;
    waiting = [];
    await flush(batch);
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      const batch = waiting;
      if (batch.length === 1) void flushSoon(batch);
      if (batch.length >= most) {
        waiting = [];
        void flush(batch);
      }
    });
}
