import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { TestDatabase } from './servers/index.ts';

/** A copy of a database that nobody is connected to. */
export async function cloneDatabase(original: string): Promise<TestDatabase> {
  const maintenance = new URL(original);
  const template = maintenance.pathname.slice(1);
  maintenance.pathname = '/postgres';
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await execute(maintenance.href, `create database ${name} template ${template}`);
  const url = new URL(original);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => execute(maintenance.href, `drop database if exists ${name} with (force)`),
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
