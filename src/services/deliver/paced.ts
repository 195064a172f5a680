const MOST_AT_ONCE = 5;

/** Items on their way through a turn, in their order. */
export interface Paced {
  /** Resolves when all have ended. @throws what the first failed item threw */
  done: Promise<void>;
  /** Has one more item begun beside those that run, up to five at once. */
  hurry(): void;
}

/**
 * Runs items one after another, and more at once when told to hurry. So a quick receiver is served
 * over one connection, and with a slow one each item does not wait for all before it.
 *
 * @param forMs items that have not begun after this are given back, whatever still runs
 */
export function paced<Item>(
  items: readonly Item[],
  run: (item: Item) => Promise<unknown>,
  { forMs, giveBack }: { forMs: number; giveBack: (rest: readonly Item[]) => Promise<unknown> },
): Paced {
  const waiting = [...items];
  const failures: unknown[] = [];

  async function lane(): Promise<void> {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      await run(item).catch((error) => failures.push(error));
    }
  }
  const lanes: Promise<unknown>[] = [lane()];
  const end = setTimeout(() => {
    if (waiting.length === 0) return;
    lanes.push(giveBack(waiting.splice(0)).catch((error) => failures.push(error)));
  }, forMs);

  async function all(): Promise<void> {
    // Those that are added while the first are waited for are waited for too.
    for (const each of lanes) await each;
    clearTimeout(end);
    if (failures.length > 0) throw failures[0];
  }
  return {
    done: all(),
    hurry() {
      if (waiting.length > 0 && lanes.length < MOST_AT_ONCE) lanes.push(lane());
    },
  };
}
