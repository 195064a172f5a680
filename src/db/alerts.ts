import { sql } from 'kysely';
import type { Db } from './database.ts';

/** Leaves an alert to be sent once the transaction has committed. */
export async function leaveAlert(
  tx: Db,
  alert: { id: string; kind: string; body: string; at: Date },
): Promise<void> {
  const { at: created_at, ...columns } = alert;
  await tx
    .insertInto('alert')
    .values({ ...columns, created_at, last_error: null })
    .execute();
}

/** An alert that this worker holds until its lease runs out. */
export interface DueAlert {
  id: string;
  body: string;
  attempts: number;
  createdAt: number;
}

/** Longer than a send can last. */
const LEASE_SECONDS = 60;

/** Takes alerts that are due, oldest first; each counts as tried from here on. */
export async function takeDueAlerts(db: Db, limit: number): Promise<DueAlert[]> {
  const { rows } = await sql<DueAlert>`
    update alert set attempts = attempts + 1,
      next_at = now() + make_interval(secs => ${sql.lit(LEASE_SECONDS)})
    where id in (
      select id from alert where state = 'waiting' and next_at <= now()
      order by next_at limit ${limit} for update skip locked
    )
    returning id, body, attempts, created_at as "createdAt"
  `.execute(db);
  return rows;
}

export async function markAlertSent(db: Db, id: string, at: number): Promise<void> {
  await db
    .updateTable('alert')
    .set({ state: 'sent', sent_at: new Date(at), last_error: null })
    .where('id', '=', id)
    .execute();
}

/** Says why an alert did not arrive, and when it is tried again; null: never. */
export async function markAlertFailed(
  db: Db,
  id: string,
  { error, nextAt }: { error: string; nextAt: number | null },
): Promise<void> {
  const next = nextAt === null ? { state: 'failed' as const } : { next_at: new Date(nextAt) };
  await db
    .updateTable('alert')
    .set({ ...next, last_error: error })
    .where('id', '=', id)
    .execute();
}
