import pg from 'pg';
import type { Stand } from './open-stand.ts';

/**
 * Keeps everybody from a table, so that whoever needs it next stops exactly there.
 *
 * @returns what lets them go on
 */
export async function holdTable({ env }: Stand, table: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: String(env.DATABASE_URL) });
  // Its connection may be cut while the scenario tidies up.
  client.on('error', () => {});
  await client.connect();
  await client.query(`begin; lock table ${table} in access exclusive mode`);
  return () => client.end();
}
