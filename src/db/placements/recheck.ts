import { sql } from 'kysely';
import type { Db } from '../database.ts';
import { joined } from '../joined.ts';
import { rowsOf } from '../rows-of.ts';
import type { Claim } from './claim.ts';
import { hasRight, isOpen } from './may-send.ts';

/**
 * Whether a claimed placement may still be sent, asked before its first byte leaves: the lease is
 * ours and runs, the same is wanted, the right to send stands, and the destination has not been
 * changed.
 */
export const mayStillSend = joined(async (db: Db, claims: readonly Claim[]) => {
  const asked = claims.map(({ id, token, seq, changes }) => ({ id, token, seq, changes }));
  const { rows } = await sql<{ token: string; id: string }>`
    /* placement.recheck */
    select p.id, p.lease_token as token
    from ${rowsOf(asked, sql`id uuid, token uuid, seq bigint, changes integer`)} r
    join placement p on p.id = r.id and p.lease_token = r.token and p.wanted_seq = r.seq
    join destination d on d.id = p.destination and d.changes = r.changes
    join outlet o on o.id = p.outlet
    join licence l on l.id = p.licence
    join article a on a.id = p.article
    where p.lease_until > now() and ${hasRight} and ${isOpen}
  `.execute(db);
  const fine = new Set(rows.map(({ id, token }) => `${id} ${token}`));
  return claims.map(({ id, token }) => fine.has(`${id} ${token}`));
});

/**
 * Gives a placement back of which nothing has left, as if it had not been claimed: it is due since
 * it was wanted, and no newer work. Whoever has lost the lease changes nothing.
 */
export const release = joined(async (db: Db, claims: readonly Claim[]) => {
  const given = claims.map(({ id, token, seq, wasSent }) => ({ id, token, seq, wasSent }));
  await sql`
    /* placement.release */
    with back as (
      select * from ${rowsOf(given, sql`id uuid, token uuid, seq bigint, "wasSent" boolean`)} r
    ),
    ours as (
      select p.id from placement p join back r on p.id = r.id and p.lease_token = r.token
      order by p.id for update of p
    )
    update placement p set
      lease_token = null,
      lease_until = null,
      sent = case when p.wanted_seq = r.seq then r."wasSent" else p.sent end,
      attempts = case when p.wanted_seq = r.seq then p.attempts - 1 else p.attempts end,
      next_at = greatest(p.raised_at, p.not_before)
    from back r join ours on ours.id = r.id
    where p.id = ours.id
  `.execute(db);
  return given;
});
