import { sql } from 'kysely';
import type { Db } from './database.ts';

/** What is only ever added to. */
const APPEND_ONLY = [
  ...['audit_event', 'audit_payload', 'audit_shard', 'audit_leaf', 'audit_subtree'],
  ...['audit_checkpoint', 'attempt', 'status_version'],
];

/** The role that a connection is in. */
export async function currentRole(db: Db): Promise<string> {
  const { rows } = await sql<{ role: string }>`select current_user as role`.execute(db);
  return rows[0]?.role ?? '';
}

/**
 * Lets a role do what the service does, and no more: on the record it may read and add, so that no
 * statement of the service's, whoever sends it, takes anything back.
 *
 * @param owner connected as the role that owns the tables
 */
export async function grantService(owner: Db, role: string): Promise<void> {
  const service = sql.id(role);
  const appendOnly = sql.join(APPEND_ONLY.map((table) => sql.table(`public.${table}`)));
  const migrations = sql.raw('public.kysely_migration, public.kysely_migration_lock');
  for (const statement of [
    sql`grant usage on schema public to ${service}`,
    sql`grant select, insert, update, delete on all tables in schema public to ${service}`,
    sql`grant usage on all sequences in schema public to ${service}`,
    sql`revoke update, delete on ${appendOnly} from ${service}`,
    sql`revoke update on public.audit_pending from ${service}`,
    sql`revoke insert, update, delete on ${migrations} from ${service}`,
    sql`revoke execute on function public.remove_payload from public`,
    sql`grant execute on function public.remove_payload to ${service}`,
  ]) {
    await statement.execute(owner);
  }
}

/** The same for the tables of the queue, which hold nothing but wake-ups. */
export async function grantQueue(owner: Db, role: string): Promise<void> {
  const service = sql.id(role);
  for (const statement of [
    // It makes a sequence for each of its queues by itself.
    sql`grant usage, create on schema bullmq to ${service}`,
    sql`grant all on all tables in schema bullmq to ${service}`,
    sql`grant all on all sequences in schema bullmq to ${service}`,
  ]) {
    await statement.execute(owner);
  }
}
