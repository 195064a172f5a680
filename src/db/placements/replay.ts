import { type RawBuilder, sql } from 'kysely';
import type { OutcomeClass } from '../../domain/outcome.ts';
import type { Db } from '../database.ts';
import { PULL } from '../destinations.ts';
import { mustGo } from './must-go.ts';
import { anew } from './scope.ts';

/** Which placements are to be sent again; what is absent does not narrow. */
export interface ReplayFilter {
  destination?: string | undefined;
  outlet?: string | undefined;
  article?: string | undefined;
  /** The last try began at this instant or later. */
  from?: number | undefined;
  /** It began before this one. */
  until?: number | undefined;
  /** What the last try came to; `dead`: it was the last one by itself. */
  classes?: readonly (OutcomeClass | 'dead')[] | undefined;
  /** Slugs that a staff key is limited to. */
  publications?: readonly string[] | undefined;
}

/**
 * Placements that were tried, and may be sent now: text under a licence in force, and withdrawals.
 * What must go is sent again by itself until it is known to be gone.
 */
const replayable = (filter: ReplayFilter): RawBuilder<unknown> => sql`
  from placement p
  join destination d on d.id = p.destination and d.channel <> ${sql.lit(PULL)}
  join licence l on l.id = p.licence
  join article a on a.id = p.article
  join publication b on b.id = a.publication
  cross join lateral (
    select t.outcome, t.started_at from attempt t
    where t.placement = p.id and t.purpose = 'deliver' order by t.id desc limit 1
  ) as last
  where p.sent and not ${mustGo}
    and (p.wanted_op = 'withdraw' or (a.state = 'live' and l.state = 'active' and l.until_at > now()))
    ${sql.join(conditions(filter), sql` `)}`;

function conditions(filter: ReplayFilter): RawBuilder<unknown>[] {
  const { destination, outlet, article, from, until, classes, publications } = filter;
  const at = (instant: number) => sql`${new Date(instant)}::timestamptz`;
  return [
    destination === undefined ? sql`` : sql`and p.destination = ${destination}`,
    outlet === undefined ? sql`` : sql`and p.outlet = ${outlet}`,
    article === undefined ? sql`` : sql`and p.article = ${article}`,
    from === undefined ? sql`` : sql`and last.started_at >= ${at(from)}`,
    until === undefined ? sql`` : sql`and last.started_at < ${at(until)}`,
    classes === undefined ? sql`` : sql`and ${isOf(classes)}`,
    publications === undefined ? sql`` : sql`and b.slug in (${sql.join([...publications, ''])})`,
  ];
}

function isOf(classes: readonly string[]) {
  const dead = sql.lit(classes.includes('dead'));
  return sql`((${dead} and p.dead) or last.outcome in (${sql.join(classes)}))`;
}

export async function countReplayable(db: Db, filter: ReplayFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count ${replayable(filter)}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Wants the same again under higher numbers, behind all that is prompt. */
export async function replay(tx: Db, filter: ReplayFilter, by: string): Promise<number> {
  const { numAffectedRows } = await sql`
    with again as (select p.id ${replayable(filter)} order by p.id for update of p)
    update placement p set
      wanted_seq = p.wanted_seq + 1, bulk = true, urgent = false, raised_at = now(),
      raised_by = ${by}, next_at = greatest(now(), p.not_before, p.lease_until), ${anew}
    from again where p.id = again.id
  `.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/** How many placements of a destination were given up. */
export async function countDead(db: Db, destination: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from placement where destination = ${destination} and dead
  `.execute(db);
  return rows[0]?.count ?? 0;
}
