import { sql } from 'kysely';
import type { Instant } from '../domain/instant.ts';
import type { Db } from './database.ts';

/** One Idempotency-Key as one key's owner used it on one address. */
export interface Claim {
  owner: string;
  method: string;
  path: string;
  key: string;
  /** Tells whether the same was sent. */
  bodyHash: string;
}

export interface KeptReply {
  bodyHash: string;
  status: number | null;
  reply: string | null;
}

/** Bounds every wait for a lock from here to the end of the transaction. */
export async function boundLockWaits(tx: Db, seconds: number): Promise<void> {
  await sql`set local lock_timeout = ${sql.lit(`${seconds}s`)}`.execute(tx);
}

/**
 * Claims a key, waiting for a transaction that has claimed it and is still running.
 *
 * @param since rows from then or before no longer count
 * @returns whether it is ours; if not, somebody's reply is kept
 */
export async function claim(
  tx: Db,
  wanted: Claim,
  times: { now: Instant; since: Instant },
): Promise<boolean> {
  const { rows } = await sql`
    insert into idempotency as kept (owner, method, path, key, body_hash, created_at)
    values (${wanted.owner}, ${wanted.method}, ${wanted.path}, ${wanted.key}, ${wanted.bodyHash},
            ${new Date(times.now)})
    on conflict (owner, method, path, key) do update
      set body_hash = excluded.body_hash, status = null, reply = null,
          created_at = excluded.created_at
      where kept.created_at <= ${new Date(times.since)}
    returning key`.execute(tx);
  return rows.length > 0;
}

export async function find(db: Db, wanted: Claim, since: Instant): Promise<KeptReply | undefined> {
  return db
    .selectFrom('idempotency')
    .select(['body_hash as bodyHash', 'status', 'reply'])
    .where('owner', '=', wanted.owner)
    .where('method', '=', wanted.method)
    .where('path', '=', wanted.path)
    .where('key', '=', wanted.key)
    .where(sql<boolean>`created_at > ${new Date(since)}`)
    .executeTakeFirst();
}

export async function keep(
  tx: Db,
  wanted: Claim,
  { status, reply }: { status: number; reply: string },
): Promise<void> {
  await tx
    .updateTable('idempotency')
    .set({ status, reply })
    .where('owner', '=', wanted.owner)
    .where('method', '=', wanted.method)
    .where('path', '=', wanted.path)
    .where('key', '=', wanted.key)
    .execute();
}

/** @returns how many rows went */
export async function forget(db: Db, since: Instant): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('idempotency')
    .where(sql<boolean>`created_at <= ${new Date(since)}`)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
