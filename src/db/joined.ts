import type { Db } from './database.ts';

/** While a statement is under way, calls wait for the next, which takes so many of them … */
const MOST = 200;
/** … but not for one that takes longer: it may be waiting for a lock that they do not want. */
const HELD_UP_MS = 50;
/** Statements of one kind that are under way at once then, with those that are held up. */
const AT_ONCE = 3;

interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (reason: unknown) => void;
}

interface Lane<Item, Result> {
  waiting: Waiting<Item, Result>[];
  underWay: number;
  /** Whether one is planned, or under way and not held up. */
  isTaken: boolean;
}

/**
 * Makes one statement of the calls that come while another is under way: a round trip and a commit
 * for many. A call that comes alone goes alone and at once; inside a transaction nothing is joined.
 *
 * @param run takes items in the order of the calls and answers one result for each
 * @returns a function for one item
 */
export function joined<Item, Result>(
  run: (db: Db, items: readonly Item[]) => Promise<readonly Result[]>,
): (db: Db, item: Item) => Promise<Result> {
  const lanes = new WeakMap<Db, Lane<Item, Result>>();

  async function runAll(db: Db, batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await run(
        db,
        batch.map((one) => one.item),
      );
      batch.forEach((one, i) => {
        one.resolve(results[i] as Result);
      });
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      // One item that the database refuses must not take the others with it.
      else await Promise.all(batch.map((one) => runAll(db, [one])));
    }
  }

  function plan(db: Db, lane: Lane<Item, Result>): void {
    if (lane.isTaken || lane.underWay >= AT_ONCE || lane.waiting.length === 0) return;
    lane.isTaken = true;
    setImmediate(async () => {
      let isNext = true;
      const letNext = () => {
        if (isNext) lane.isTaken = false;
        isNext = false;
        plan(db, lane);
      };
      const heldUp = setTimeout(letNext, HELD_UP_MS);
      lane.underWay += 1;
      await runAll(db, lane.waiting.splice(0, MOST));
      lane.underWay -= 1;
      clearTimeout(heldUp);
      letNext();
    });
  }

  return (db, item) =>
    new Promise((resolve, reject) => {
      const call = { item, resolve, reject };
      if (db.isTransaction) return void runAll(db, [call]);
      const lane = lanes.get(db) ?? { waiting: [], underWay: 0, isTaken: false };
      lanes.set(db, lane);
      lane.waiting.push(call);
      plan(db, lane);
    });
}
