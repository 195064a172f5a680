import type { Channel } from '../../channels/channel.ts';
import { channels } from '../../channels/index.ts';
import type { Context } from '../../context.ts';
import { transact } from '../../db/database.ts';
import * as destinations from '../../db/destinations.ts';
import { PULL } from '../../db/destinations.ts';
import * as events from '../../db/events.ts';
import * as licences from '../../db/licences.ts';
import { leaveWord } from '../../db/outbox.ts';
import { DomainError, invalid } from '../../domain/errors.ts';
import { ownOutlet } from '../outlets.ts';
import { permitWholeHouse } from '../permit.ts';
import { maskSettings, openSettings, sealSettings } from './sealed-settings.ts';

type Settings = Record<string, unknown>;

/** A destination as its owner may see it, secrets masked. */
export interface ShownDestination extends Omit<destinations.Destination, 'settings'> {
  settings: Settings;
}

/**
 * @throws DomainError `channel-not-found`; `destination-implicit` for what outlets take themselves,
 *   which nobody adds or changes
 */
export function channelOf(kind: string): Channel {
  if (kind === PULL) throw implicit();
  const channel = channels.get(kind);
  if (!channel) throw new DomainError('channel-not-found', `No channel is called ${kind}.`);
  return channel;
}

/**
 * Checks whether settings can work; asks the network, so it runs before any transaction.
 *
 * @throws DomainError `invalid-request`, for example for a private address
 */
export async function inspectSettings(ctx: Context, kind: string, settings: Settings) {
  const faults = await channelOf(kind).inspect(settings, ctx.egress);
  if (faults.length > 0) throw invalid(faults);
}

/**
 * Adds a destination to an outlet; what the outlet has licences for is placed there.
 *
 * @returns the destination, with the secrets that the service made: shown this once
 * @throws DomainError `outlet-not-found`, `not-permitted`
 */
export async function createDestination(
  ctx: Context,
  input: { outlet: string; channel: string; format: string; settings: Settings },
): Promise<ShownDestination> {
  permitWholeHouse(ctx.caller);
  const channel = channelOf(input.channel);
  await ownOutlet(ctx, input.outlet);
  const id = ctx.newId();
  const settings = channel.complete(input.settings, ctx.random) as Settings;
  return transact(ctx.db, async (tx) => {
    const sealed = sealSettings(ctx.seal, channel, id, settings);
    const row = await destinations.insert(tx, { ...input, id, settings: sealed });
    await events.record(tx, ctx, {
      type: 'destination.created',
      subject: { kind: 'destination', id },
      after: factsOf(channel, row),
    });
    await wakeLicensed(ctx, tx, input.outlet);
    return { ...row, settings };
  });
}

/** The stored settings with a change laid over them, secrets open; for checking before saving. */
export async function mergedSettings(ctx: Context, id: string, change: Settings) {
  const row = await destinations.find(ctx.db, id, ctx.caller.outlet);
  if (!row) throw destinationNotFound(id);
  const channel = channelOf(row.channel);
  const stored = openSettings(ctx.seal, channel, id, row.settings);
  return { channel, settings: { ...stored, ...change } };
}

/**
 * Changes where or how a destination is sent to; what stands there is sent again.
 *
 * @param input.settings those that change, so that two who change different ones both succeed
 * @throws DomainError `destination-not-found`, `not-permitted`
 */
export async function changeDestination(
  ctx: Context,
  input: { id: string; format: string | undefined; settings: Settings },
): Promise<ShownDestination> {
  permitWholeHouse(ctx.caller);
  return transact(ctx.db, async (tx) => {
    const before = await destinations.lock(tx, input.id, ctx.caller.outlet);
    if (!before) throw destinationNotFound(input.id);
    const channel = channelOf(before.channel);
    const stored = openSettings(ctx.seal, channel, input.id, before.settings);
    const settings = { ...stored, ...input.settings };
    const row = await destinations.change(tx, input.id, ctx.now(), {
      format: input.format ?? before.format,
      settings: sealSettings(ctx.seal, channel, input.id, settings),
      revision: before.revision + 1,
    });
    await events.record(tx, ctx, {
      type: 'destination.changed',
      subject: { kind: 'destination', id: input.id },
      before: factsOf(channel, before),
      after: factsOf(channel, row),
    });
    await wakeLicensed(ctx, tx, row.outlet);
    return { ...row, settings: maskSettings(channel, row.settings) };
  });
}

async function wakeLicensed(ctx: Context, tx: Parameters<typeof leaveWord>[0], outlet: string) {
  const scopes = await licences.heldByOutlet(tx, outlet);
  const { requestId } = ctx.caller;
  await leaveWord(tx, { kind: 'destination.changed', scopes, requestId });
}

/** What the record keeps of a destination; never a secret. */
function factsOf(channel: Channel, row: destinations.Destination) {
  const { outlet, format, state } = row;
  return {
    outlet,
    channel: row.channel,
    format,
    state,
    settings: maskSettings(channel, row.settings),
  };
}

function implicit(): DomainError {
  return new DomainError(
    'destination-implicit',
    'Every outlet has one destination for the text that it takes itself. It cannot be added or changed.',
  );
}

export function destinationNotFound(id: string): DomainError {
  return new DomainError('destination-not-found', `No destination has the id ${id}.`);
}
