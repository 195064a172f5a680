import type { Context } from '../../context.ts';
import { transact } from '../../db/database.ts';
import * as destinations from '../../db/destinations.ts';
import { DomainError } from '../../domain/errors.ts';
import { permitWholeHouse } from '../permit.ts';
import { editLocked } from './change-destination.ts';
import { channelOf, destinationNotFound, type ShownDestination } from './save-destination.ts';
import { maskSettings } from './sealed-settings.ts';

/**
 * Replaces the secret that a destination's messages are signed with. Both sign until the overlap is
 * over, so that the outlet can take the new one over at any moment between. Nothing is sent again.
 *
 * @param input.secret in the form of its channel; null has one made
 * @param input.overlapHours 0 where the old one is known to others
 * @returns the destination, with the new secret: shown this once
 * @throws DomainError `destination-not-found`, `secret-not-used`, `not-permitted`
 */
export async function rotateSecret(
  ctx: Context,
  input: { id: string; secret: string | null; overlapHours: number },
): Promise<ShownDestination> {
  permitWholeHouse(ctx.caller);
  return transact(ctx.db, async (tx) => {
    const before = await destinations.lock(tx, input.id, ctx.caller.outlet);
    if (!before) throw destinationNotFound(input.id);
    const { name, secret } = successor(ctx, before, input.secret);
    const edit = { settings: { [name]: secret }, overlapHours: input.overlapHours };
    const { channel, row } = await editLocked(tx, ctx, before, edit, 'destination.secret-rotated');
    return { ...row, settings: { ...maskSettings(channel, row.settings), [name]: secret } };
  });
}

/** The setting that signs, and what it is from now on. */
function successor(ctx: Context, before: destinations.Destination, given: string | null) {
  const channel = channelOf(before.channel);
  const { signsWith: name } = channel;
  if (name === null) {
    throw new DomainError('secret-not-used', `A ${channel.kind} destination signs with no secret.`);
  }
  const { [name]: _replaced, ...others } = before.settings;
  const made = channel.complete(others, ctx.random) as Record<string, unknown>;
  return { name, secret: given ?? String(made[name]) };
}
