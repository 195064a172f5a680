import type { Channel } from '../../channels/channel.ts';
import { channels } from '../../channels/index.ts';
import type { Context } from '../../context.ts';
import { type Tx, transact } from '../../db/database.ts';
import * as destinations from '../../db/destinations.ts';
import { PULL } from '../../db/destinations.ts';
import * as events from '../../db/events.ts';
import * as licences from '../../db/licences.ts';
import { leaveWord } from '../../db/outbox.ts';
import { type LimitsEdit, limitsAfter, NO_LIMITS } from '../../domain/destination-limits.ts';
import { DomainError, invalid } from '../../domain/errors.ts';
import { formatInstant } from '../../domain/instant.ts';
import { ownOutlet } from '../outlets.ts';
import { permitWholeHouse } from '../permit.ts';
import { maskSettings, sealSettings } from './sealed-settings.ts';

export type Settings = Record<string, unknown>;

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
  input: {
    outlet: string;
    channel: string;
    format: string;
    settings: Settings;
    limits?: LimitsEdit | undefined;
  },
): Promise<ShownDestination> {
  permitWholeHouse(ctx.caller);
  const channel = channelOf(input.channel);
  await ownOutlet(ctx, input.outlet);
  const id = ctx.newId();
  const settings = channel.complete(input.settings, ctx.random) as Settings;
  return transact(ctx.db, async (tx) => {
    const sealed = sealSettings(ctx.seal, channel, id, settings);
    const { outlet, format } = input;
    const limits = limitsAfter(NO_LIMITS, input.limits);
    const draft = { id, outlet, channel: channel.kind, format, settings: sealed, limits };
    const row = await destinations.insert(tx, draft);
    await events.record(tx, ctx, {
      type: 'destination.created',
      subject: { kind: 'destination', id },
      after: factsOf(channel, row),
    });
    await wakeLicensed(ctx, tx, input.outlet);
    return { ...row, settings };
  });
}

/** Has what the outlet holds licences for looked at again. */
export async function wakeLicensed(ctx: Context, tx: Tx, outlet: string): Promise<void> {
  const scopes = await licences.heldByOutlet(tx, outlet);
  const { requestId } = ctx.caller;
  await leaveWord(tx, { kind: 'destination.changed', scopes, requestId });
}

/** What the record keeps of a destination; never a secret. */
export function factsOf(channel: Channel, row: destinations.Destination) {
  const { outlet, format, state } = row;
  return {
    outlet,
    channel: row.channel,
    format,
    state,
    settings: maskSettings(channel, row.settings),
    limits: { concurrency: row.concurrency, perMinute: row.per_minute },
    ...(row.former_until !== null && { formerSecretUntil: formatInstant(row.former_until) }),
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
