import type { Db } from './database.ts';

/** Statements of one kind under way at once; more would only make each of them smaller. */
const AT_ONCE = 2;
const MOST = 200;

interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (reason: unknown) => void;
}

interface Lane<Item, Result> {
  waiting: Waiting<Item, Result>[];
  underWay: number;
  planned: boolean;
}

/**
 * Makes one statement of the calls that come while others are under way: a round trip and a commit
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
    if (lane.planned || lane.underWay >= AT_ONCE || lane.waiting.length === 0) return;
    lane.planned = true;
    setImmediate(() => {
      lane.planned = false;
      lane.underWay += 1;
      void runAll(db, lane.waiting.splice(0, MOST)).then(() => {
        lane.underWay -= 1;
        plan(db, lane);
      });
      plan(db, lane);
    });
  }

  return (db, item) =>
    new Promise((resolve, reject) => {
      const call = { item, resolve, reject };
      if (db.isTransaction) return void runAll(db, [call]);
      const lane = lanes.get(db) ?? { waiting: [], underWay: 0, planned: false };
      lanes.set(db, lane);
      lane.waiting.push(call);
      plan(db, lane);
    });
}
