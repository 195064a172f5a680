import type { z } from 'zod';
import { breakerState } from '../../domain/breaker.ts';
import { formatInstant, type Instant } from '../../domain/instant.ts';
import type { readDestination } from '../../services/destinations/pause-destination.ts';
import type { DestinationReply } from '../schemas/destination.ts';

type Destination = Awaited<ReturnType<typeof readDestination>>;

/** A destination as it is answered; its secrets have been masked, or are shown this once. */
export function destinationReply(row: Destination, now: Instant): z.input<typeof DestinationReply> {
  const { id, outlet, channel, format, settings, state } = row;
  return {
    ...{ id, outlet, channel, format, settings, state },
    stateCode: row.state_code,
    stateNote: row.state_note,
    limits: { concurrency: row.concurrency, perMinute: row.per_minute },
    health: health(row, now),
    ...(row.former_until !== null && { formerSecretUntil: formatInstant(row.former_until) }),
    createdAt: formatInstant(row.created_at),
    updatedAt: formatInstant(row.updated_at),
  };
}

function health(row: Destination, now: Instant): z.input<typeof DestinationReply>['health'] {
  const state = breakerState({ openUntil: row.open_until, ramp: row.ramp }, now);
  return {
    state,
    failures: row.failures,
    ...(state === 'open' && row.open_until && { openUntil: formatInstant(row.open_until) }),
    ...(row.failing_since !== null && { failingSince: formatInstant(row.failing_since) }),
    ...(row.held_until > now && { heldUntil: formatInstant(row.held_until) }),
  };
}
