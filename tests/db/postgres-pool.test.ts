import { postgresPool, queuePool } from '../../src/db/postgres-pool.ts';
import { query } from '../support/query.ts';

test.each([
  ['the store', postgresPool],
  ['the queue', queuePool],
])(
  'a connection of %s that is lost between two statements fails the next and not the process',
  async (_whose, poolOf) => {
    const url = String(process.env.TEST_DATABASE_URL);
    const pool = poolOf(url);
    const client = await pool.connect();
    const { rows } = await client.query('select pg_backend_pid() as pid');
    const lost = new Promise((resolve) => client.once('end', resolve));
    await query(url, `select pg_terminate_backend(${Number(rows[0].pid)})`);
    await lost;
    await expect(client.query('select 1')).rejects.toThrow(/not queryable|Connection terminated/);
    client.release(true);
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await pool.end();
  },
);
