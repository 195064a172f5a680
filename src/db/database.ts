import {
  Kysely,
  Migrator,
  PostgresDialect,
  type PostgresPool,
  sql,
  type Transaction,
} from 'kysely';
import { migrations } from './migrations/index.ts';
import type { Tables } from './schema.ts';

export type Database = Kysely<Tables>;
/** For functions that are wrong outside a transaction. */
export type Tx = Transaction<Tables>;
/** What a query needs: the pool, or the transaction that the caller already holds. */
export type Db = Database | Tx;

/** Puts Kysely on anything shaped like a node-postgres pool. */
export function databaseOn(pool: PostgresPool): Database {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

/** Runs `work` in a transaction: the caller's own, if `db` already is one. */
export function transact<Result>(db: Db, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return db.isTransaction ? work(db as Tx) : db.transaction().execute(work);
}

/** Any number; it only has to be the same in every process that migrates. */
const MIGRATION_LOCK = 7_220_451;

/**
 * Applies every pending migration, and then `first`, while no other starter can do either.
 *
 * The lock belongs to one session, so everything runs on one connection. Kysely's own lock is a
 * row in a table that twenty first starters would all try to create at once.
 */
export async function migrate(
  db: Database,
  first: (db: Database) => Promise<void> = async () => {},
): Promise<void> {
  await db.connection().execute(async (session) => {
    await sql`select pg_advisory_lock(${sql.lit(MIGRATION_LOCK)})`.execute(session);
    try {
      await migrateToLatest(session);
      await first(session);
    } finally {
      await sql`select pg_advisory_unlock(${sql.lit(MIGRATION_LOCK)})`.execute(session);
    }
  });
}

async function migrateToLatest(db: Database): Promise<void> {
  if (await isLatest(db)) return;
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableSchema: 'public',
  });
  // Embedded, `bullmq` stands first in the search path and would get our tables.
  await sql`set search_path to public`.execute(db);
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

/** Spares most starts the migrator, which looks through the whole catalogue: 0.4 s embedded. */
async function isLatest(db: Database): Promise<boolean> {
  const known = await sql<{ there: boolean }>`
    select to_regclass('public.kysely_migration') is not null as there`.execute(db);
  if (!known.rows[0]?.there) return false;
  const { rows } = await sql<{ name: string }>`select name from public.kysely_migration`.execute(
    db,
  );
  const done = rows.map((row) => row.name).sort();
  return done.join() === Object.keys(migrations).sort().join();
}

/** Times and large integers come back as numbers: PostgreSQL's type ids, and how to read them. */
export const TYPE_PARSERS: Readonly<Record<number, (text: string) => number>> = {
  20: Number,
  1184: instantOf,
};

/** `-infinity` stands for "since ever" and `infinity` for "never". */
function instantOf(text: string): number {
  if (text === '-infinity') return Number.NEGATIVE_INFINITY;
  if (text === 'infinity') return Number.POSITIVE_INFINITY;
  return Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
}
