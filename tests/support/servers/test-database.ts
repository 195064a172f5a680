import { randomUUID } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  url: string;
  /** Removes it, whoever is still connected. */
  drop(): Promise<void>;
}

/** A fresh, empty database on the run's own PostgreSQL. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const maintenance = process.env.TEST_DATABASE_URL;
  if (!maintenance) throw new Error('TEST_DATABASE_URL is set by the global setup of the tests');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await execute(maintenance, `create database ${name}`);
  const url = new URL(maintenance);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => execute(maintenance, `drop database if exists ${name} with (force)`),
  };
}

async function execute(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
