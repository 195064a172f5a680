import { sql } from 'kysely';
import type { Db } from '../database.ts';
import { held, lastEnded } from './held.ts';
import { anew, placementsOf, type RaiseScope, scopeRows } from './scope.ts';

/**
 * Wants the text gone where the story was killed or withheld, or where no licence holds it there any
 * longer.
 *
 * It is told of the version that was last sent and the licence that it went under, because a newer
 * one may still be under embargo. Where nothing was ever sent there is nothing to take back: the
 * placement is settled at once. Copies that an expired licence lets stay are left alone.
 *
 * A kill is told wherever anything was ever sent, also where the text was taken back for a lesser
 * reason, which somebody may have thought of as passing. A withdrawal for a lesser reason that has
 * not arrived becomes a withholding. What was withheld and may not come back with the release is
 * told why not.
 */
export async function raiseWithdrawals(db: Db, scopes: readonly RaiseScope[]): Promise<number> {
  const { numAffectedRows } = await sql`
    with scope as (${scopeRows(scopes)}),
    loose as materialized (
      select p.id, p.article, p.outlet, p.licence, p.wanted_version, p.wanted_op, p.sent,
        p.lease_until, a.state, s.at, s.by
      from scope s
      join article a on a.id = s.article
      join article_version v on v.article = a.id and v.version = a.version
      join ${placementsOf}
      where (p.wanted_op = 'upsert' and (a.state <> 'live' or not ${held}))
        or (p.wanted_op = 'withdraw' and p.sent and case a.state
          when 'killed' then p.wanted_reason <> 'killed'
          when 'withheld' then p.wanted_reason not in ('killed', 'withheld')
            and p.placed_seq is distinct from p.wanted_seq
          else p.wanted_reason = 'withheld' and not ${held} end)
    ),
    unheld as (
      select p.id, p.at, p.by,
        case when p.state = 'live' then coalesce(ended.reason, 'revoked')
          else p.state end as reason,
        ${inFlight('wanted_version', 'version')} as version,
        ${inFlight('licence', 'licence')} as licence
      from loose p
      join licence g on g.id = p.licence
      left join lateral (${lastTried}) as tried on true
      left join lateral (${lastEnded}) as ended on p.state = 'live'
      where not (p.wanted_op = 'upsert' and p.state = 'live' and p.sent
        and coalesce(ended.reason = 'expired' and ended.stays, false))
    )
    update placement p set
      wanted_seq = p.wanted_seq + 1,
      wanted_op = 'withdraw',
      wanted_version = u.version,
      licence = u.licence,
      wanted_reason = u.reason,
      urgent = u.reason in ('killed', 'withheld'),
      bulk = false,
      raised_at = u.at,
      raised_by = u.by,
      not_before = '-infinity',
      next_at = case when p.sent then greatest(now(), p.lease_until) end,
      placed_seq = case when p.sent then p.placed_seq else p.wanted_seq + 1 end,
      placed_op = case when p.sent then p.placed_op else 'withdraw' end,
      confirmed_seq = case when p.sent then p.confirmed_seq else p.wanted_seq + 1 end,
      ${anew}
    from unheld u where p.id = u.id
  `.execute(db);
  return Number(numAffectedRows ?? 0);
}

const lastTried = sql`
  select t.version, t.licence from attempt t
  where t.placement = p.id and t.operation = 'upsert' order by t.id desc limit 1`;

/** What is being sent right now, else what was last tried: both were free to leave. */
function inFlight(wanted: string, tried: string) {
  return sql`case when p.wanted_op = 'upsert' and p.lease_until > now() then p.${sql.ref(wanted)}
    else coalesce(tried.${sql.ref(tried)}, p.${sql.ref(wanted)}) end`;
}
