/** What is read of a destination while its row is held, so that two who claim for it take turns. */
export const HEALTH = `
  -- Volatile, and so each of its statements sees what others committed before this one got the row:
  -- the statement that calls it would count the leases as they were when it began.
  create function hold_destination(
    wanted uuid, out concurrency integer, out per_minute integer, out rate_from timestamptz,
    out open_until timestamptz, out ramp integer, out leased integer
  ) language plpgsql volatile as $$
  begin
    select d.concurrency, d.per_minute, d.rate_from, d.open_until, d.ramp
      into concurrency, per_minute, rate_from, open_until, ramp
      from public.destination d where d.id = wanted for update;
    select count(*) into leased from public.placement p
      where p.destination = wanted and p.lease_token is not null and p.lease_until > now();
  end $$;
`;
