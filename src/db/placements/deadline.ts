import { sql } from 'kysely';

const minutes = (count: ReturnType<typeof sql>) => sql`now() + make_interval(mins => ${count})`;

/**
 * Until when the outlet has to confirm what placement `p` wants, by the terms of licence `l`, and
 * when it was told that it had not: two columns, worked out before each try.
 *
 * The time runs from the first try of a wanted state: for a withdrawal until the text is gone, for
 * a newer version until it stands, for a text that was not there until the outlet has said where
 * it runs. Anything else that is sent leaves what is due as it is.
 */
export const deadline = sql`
  select case when n.is_due then n.due else p.confirm_until end,
    case when n.is_due then null else p.overdue_at end
  from (
    select p.attempts = 0 and state.due_by is not null as is_due,
      case state.due_by
        when 'removal' then ${minutes(sql`l.removal_within`)}
        when 'correction' then coalesce(${minutes(sql`l.correction_within`)}, p.confirm_until)
        when 'report' then ${minutes(sql`l.report_within`)}
      end as due
    from (
      select case
        when p.wanted_op = 'withdraw' then 'removal'
        when p.placed_op is distinct from 'upsert' then 'report'
        when p.wanted_version > p.placed_version then 'correction'
      end as due_by
    ) state
  ) n`;
