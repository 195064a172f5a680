import pg from 'pg';
import { type PostgresServer, startPostgres } from '../support/servers/index.ts';

/** Writes survive a crash of the machine, as they do where the service is used in earnest. */
const DURABLE = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' };

export function startDurablePostgres(): Promise<PostgresServer> {
  return startPostgres(DURABLE);
}

/** Makes a database, empty or as a copy of one that nobody uses, and answers with its URL. */
export async function createDatabase(
  server: PostgresServer,
  name: string,
  template = 'template1',
): Promise<string> {
  await query(server.url, `create database ${name} template ${template}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return url.href;
}

/** Runs one statement on a connection of its own. */
export async function query<Row extends object>(url: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}
