import { once } from 'node:events';
import { PGlite } from '@electric-sql/pglite';
import { type EmbeddedPool, pglitePool } from '../../src/db/pglite-pool.ts';

let pool: EmbeddedPool;
beforeAll(async () => {
  pool = pglitePool(await PGlite.create());
  await pool.query('create table account (name text primary key, balance int not null)');
});
afterAll(() => pool.end());

const balances = async () =>
  (await pool.query('select name, balance from account order by 1')).rows;

test('a transaction has the session to itself until it ends', async () => {
  const [first, second] = [await pool.connect(), await pool.connect()];
  await first.query('begin');
  await first.query("insert into account values ('a', 1)");
  const other = second.query("insert into account values ('b', 2)");
  const early = await Promise.race([other.then(() => 'went'), pause(50)]);
  await first.query('rollback');
  await other;
  expect(early).toBe('waited');
  expect(await balances()).toEqual([{ name: 'b', balance: 2 }]);
});

test('a statement that fails outside a transaction lets the next one in', async () => {
  await expect(pool.query("insert into account values ('b', 3)")).rejects.toThrow(/duplicate key/);
  expect(await balances()).toHaveLength(1);
});

test('a client that only listens blocks nobody, and hears', async () => {
  const listener = await pool.connect();
  await listener.query('-- why\n/* and how */\nLISTEN "word"');
  const heard = once(listener, 'notification');
  await pool.query("select pg_notify('word', 'hello')");
  expect(await heard).toEqual([{ channel: 'word', payload: 'hello' }]);
  listener.release();
});

test('changed rows are counted as node-postgres counts them', async () => {
  const { command, rowCount } = await pool.query('update account set balance = $1', [5]);
  expect({ command, rowCount }).toEqual({ command: 'UPDATE', rowCount: 1 });
});

function pause(ms: number): Promise<string> {
  return new Promise((resolve) => setTimeout(resolve, ms, 'waited'));
}
