import { EventEmitter, once } from 'node:events';
import { databaseOn } from '../../src/db/database.ts';
import { joined } from '../../src/db/joined.ts';
import { postgresPool, preparing } from '../../src/db/postgres-pool.ts';
import { createTestDatabase, type TestDatabase } from '../support/servers/index.ts';

let database: TestDatabase;
let db: ReturnType<typeof databaseOn>;
beforeAll(async () => {
  database = await createTestDatabase();
  db = databaseOn(preparing(postgresPool(database.url)));
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

/** Doubles numbers, slowly, and keeps what each statement was given. */
function doubling() {
  const statements: number[][] = [];
  const double = joined(async (_db, items: readonly number[]) => {
    statements.push([...items]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (items.includes(13)) throw new Error('thirteen is refused');
    return items.map((item) => item * 2);
  });
  return { statements, double };
}

test('each call gets its own result, whatever it was joined with', async () => {
  const { statements, double } = doubling();
  const numbers = Array.from({ length: 500 }, (_, i) => i + 100);
  expect(await Promise.all(numbers.map((n) => double(db, n)))).toEqual(numbers.map((n) => n * 2));
  expect(statements.length).toBeLessThan(10);
  expect(statements.flat().sort((a, b) => a - b)).toEqual(numbers);
});

test('a lone call goes alone and at once', async () => {
  const { statements, double } = doubling();
  expect(await double(db, 4)).toBe(8);
  expect(statements).toEqual([[4]]);
});

test('one item that is refused takes no other with it', async () => {
  const { double } = doubling();
  const results = await Promise.allSettled([12, 13, 14].map((n) => double(db, n)));
  expect(results).toEqual([
    { status: 'fulfilled', value: 24 },
    { status: 'rejected', reason: new Error('thirteen is refused') },
    { status: 'fulfilled', value: 28 },
  ]);
});

test('inside a transaction nothing is joined', async () => {
  const { statements, double } = doubling();
  await db.transaction().execute((tx) => Promise.all([double(tx, 1), double(tx, 2)]));
  expect(statements).toEqual([[1], [2]]);
});

test('a statement that is held up holds up no call but its own', async () => {
  const held = new EventEmitter();
  const same = joined(async (_db, items: readonly string[]) => {
    held.emit('begun');
    if (items.includes('held')) await once(held, 'end');
    return items;
  });
  const begun = once(held, 'begun');
  const first = same(db, 'held');
  await begun;
  expect(await Promise.all(['one', 'other'].map((item) => same(db, item)))).toEqual([
    'one',
    'other',
  ]);
  held.emit('end');
  expect(await first).toBe('held');
});
