import type { z } from 'zod';
import { formatInstant } from '../../domain/instant.ts';
import type { readDestination } from '../../services/destinations/pause-destination.ts';
import type { DestinationReply } from '../schemas/destination.ts';

type Destination = Awaited<ReturnType<typeof readDestination>>;

/** A destination as it is answered; its secrets have been masked, or are shown this once. */
export function destinationReply(row: Destination): z.input<typeof DestinationReply> {
  const { id, outlet, channel, format, settings, state } = row;
  return {
    ...{ id, outlet, channel, format, settings, state },
    stateCode: row.state_code,
    stateNote: row.state_note,
    ...(row.former_until !== null && { formerSecretUntil: formatInstant(row.former_until) }),
    createdAt: formatInstant(row.created_at),
    updatedAt: formatInstant(row.updated_at),
  };
}
