import { sql } from 'kysely';
import type { Db } from '../database.ts';
import { governingFirst } from '../governing-licence.ts';
import type { Scope } from '../outbox.ts';
import { shownLatest } from './shown-latest.ts';

const scope = (scopes: readonly Scope[]) => sql`
  select * from jsonb_to_recordset(${JSON.stringify(scopes)}::jsonb) as s (article uuid, outlet uuid)`;

/**
 * Holds the placements of these articles until the transaction ends, in the order in which
 * everybody takes them, so that a fan-out and a settlement never wait for each other.
 */
export async function lockPlacements(tx: Db, scopes: readonly Scope[]): Promise<void> {
  await sql`
    with scope as (${scope(scopes)})
    select p.id from placement p join scope s
      on p.article = s.article and (s.outlet is null or p.outlet = s.outlet)
    order by p.id for update of p
  `.execute(tx);
}

/** From when a text may be sent: once it may be published, or at once where it may go ahead. */
const leaves = sql`
  case when l.advance then '-infinity' else greatest(l.from_at, a.embargo_until) end`;

/**
 * Wants each licensed article at each destination of its outlet, in the version of the governing
 * licence; see `governingFirst`.
 *
 * Worked out from the rows as they are now and raised only where it differs, so that a repeated or
 * a late call touches nothing. That is the newest version, or an older one that a licence is fixed
 * to with no mandatory one since. Any other licence on an older version does not count: its
 * successor is about to be issued.
 * What the latest block shows is worked out once for a version, however many outlets have it.
 */
export async function raiseUpserts(db: Db, scopes: readonly Scope[]): Promise<number> {
  const { numAffectedRows } = await sql`
    with scope as (${scope(scopes)}),
    story as materialized (
      select a.id, a.version, a.embargo_until, (
        select coalesce(max(v.version), 1) from article_version v
        where v.article = a.id and v.mandatory) as least_version
      from article a
      where a.state = 'live' and a.id in (select article from scope)
    ),
    governing as (
      select distinct on (l.article, l.outlet) l.id, l.article, l.outlet,
        l.article_version as version, ${leaves} as not_before
      from scope s
      join story a on a.id = s.article
      join licence l on l.article = s.article and (s.outlet is null or l.outlet = s.outlet)
      where l.state = 'active' and l.until_at > now() and (l.article_version = a.version
        or (l.correction = 'fixed' and l.article_version >= a.least_version))
      order by l.article, l.outlet, ${governingFirst}
    ),
    edition as materialized (
      select e.article, e.version, ${shownLatest('e')} as latest
      from (select distinct article, version from governing) e
    )
    insert into placement as p (destination, outlet, article, licence, wanted_version, wanted_op,
                                wanted_revision, wanted_latest, not_before, next_at)
    select d.id, d.outlet, g.article, g.id, g.version, 'upsert', d.revision, e.latest,
           g.not_before, greatest(g.not_before, now())
    from governing g
    join edition e on e.article = g.article and e.version = g.version
    join destination d on d.outlet = g.outlet and (d.channel <> 'pull' or exists (
      select 1 from placement t where t.destination = d.id and t.article = g.article))
    order by d.id, g.article
    on conflict (destination, article) do update set
      licence = excluded.licence,
      wanted_seq = p.wanted_seq + 1,
      wanted_version = excluded.wanted_version,
      wanted_op = 'upsert',
      wanted_reason = null,
      wanted_revision = excluded.wanted_revision,
      wanted_latest = excluded.wanted_latest,
      urgent = p.sent and (excluded.wanted_version > p.wanted_version
        or excluded.wanted_latest is distinct from p.wanted_latest),
      not_before = excluded.not_before,
      next_at = greatest(excluded.next_at, p.lease_until),
      attempts = 0,
      dead = false,
      last_error = null
    where (p.licence, p.wanted_version, p.wanted_op, p.wanted_revision, p.wanted_latest)
      is distinct from (excluded.licence, excluded.wanted_version, 'upsert',
        excluded.wanted_revision, excluded.wanted_latest)
  `.execute(db);
  return Number(numAffectedRows ?? 0);
}

/**
 * Wants the text gone where it was killed, or where no licence holds it there any longer.
 *
 * It is told of the version that was last sent and the licence that it went under, because a newer
 * one may still be under embargo. Where nothing was ever sent there is nothing to take back: the
 * placement is settled at once.
 * A withdrawal for a lesser reason that has not arrived yet becomes a kill.
 * Copies that an expired licence lets stay are left alone.
 */
export async function raiseWithdrawals(db: Db, scopes: readonly Scope[]): Promise<number> {
  const { numAffectedRows } = await sql`
    with scope as (${scope(scopes)}),
    unheld as (
      select p.id, case when a.state = 'killed' then 'killed' else ended.reason end as reason,
        ${inFlight('wanted_version', 'version')} as version,
        ${inFlight('licence', 'licence')} as licence
      from scope s
      join article a on a.id = s.article
      join placement p on p.article = s.article and (s.outlet is null or p.outlet = s.outlet)
      left join lateral (${lastTried}) as tried on true
      left join lateral (${lastEnded}) as ended on true
      where (p.wanted_op = 'upsert' and (
          a.state = 'killed'
          or (not ${held} and not (ended.reason = 'expired' and ended.stays and p.sent))))
        or (a.state = 'killed' and p.wanted_reason <> 'killed' and p.sent
          and p.placed_seq is distinct from p.wanted_seq)
    )
    update placement p set
      wanted_seq = p.wanted_seq + 1,
      wanted_op = 'withdraw',
      wanted_version = u.version,
      licence = u.licence,
      wanted_reason = u.reason,
      urgent = u.reason = 'killed',
      not_before = '-infinity',
      next_at = case when p.sent then greatest(now(), p.lease_until) end,
      placed_seq = case when p.sent then p.placed_seq else p.wanted_seq + 1 end,
      placed_op = case when p.sent then p.placed_op else 'withdraw' end,
      attempts = 0,
      dead = false,
      last_error = null
    from unheld u where p.id = u.id
  `.execute(db);
  return Number(numAffectedRows ?? 0);
}

/**
 * Lets what has not been sent yet wait for the embargo as it is now. What waits for another try
 * keeps its turn.
 */
export async function moveEmbargoes(db: Db, scopes: readonly Scope[]): Promise<void> {
  await sql`
    with scope as (${scope(scopes)}),
    moved as (
      select p.id, opens.at from scope s
      join article a on a.id = s.article
      join placement p on p.article = s.article and (s.outlet is null or p.outlet = s.outlet)
      join licence l on l.id = p.licence
      cross join lateral (select ${leaves} as at) opens
      where p.wanted_op = 'upsert' and p.next_at is not null and p.not_before <> opens.at
    )
    update placement p set not_before = m.at,
      next_at = greatest(m.at, p.lease_until, case when p.attempts > 0 then p.next_at else now() end)
    from moved m where p.id = m.id
  `.execute(db);
}

/** Stops sending updates of copies that may stay although their last licence has expired. */
export async function freezeKeptCopies(db: Db, scopes: readonly Scope[]): Promise<void> {
  await sql`
    with scope as (${scope(scopes)})
    update placement p set next_at = null
    from scope s, article a
    where p.article = s.article and (s.outlet is null or p.outlet = s.outlet)
      and a.id = p.article and a.state = 'live'
      and p.wanted_op = 'upsert' and p.next_at is not null
      and (p.lease_token is null or p.lease_until <= now())
      and not ${held}
  `.execute(db);
}

const held = sql`exists (
  select 1 from licence l
  where l.article = p.article and l.outlet = p.outlet and l.state = 'active' and l.until_at > now()
)`;

const lastEnded = sql`
  select case when l.state in ('revoked', 'suspended') then l.state else 'expired' end as reason,
         l.after_expiry = 'keepPublished' and l.suspended_at is null as stays
  from licence l
  where l.article = p.article and l.outlet = p.outlet and l.state <> 'superseded'
  order by coalesce(l.ended_at, l.suspended_at, l.until_at) desc limit 1`;

const lastTried = sql`
  select t.version, t.licence from attempt t
  where t.placement = p.id and t.operation = 'upsert' order by t.id desc limit 1`;

/** What is being sent right now, else what was last tried: both were free to leave. */
function inFlight(wanted: string, tried: string) {
  return sql`case when p.lease_until > now() then p.${sql.ref(wanted)}
    else coalesce(tried.${sql.ref(tried)}, p.${sql.ref(wanted)}) end`;
}
