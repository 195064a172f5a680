import type { Channel } from '../../channels/channel.ts';
import type { Context } from '../../context.ts';
import { type Tx, transact } from '../../db/database.ts';
import * as destinations from '../../db/destinations.ts';
import * as events from '../../db/events.ts';
import { type LimitsEdit, limitsAfter } from '../../domain/destination-limits.ts';
import { permitWholeHouse } from '../permit.ts';
import {
  channelOf,
  destinationNotFound,
  factsOf,
  type Settings,
  type ShownDestination,
  wakeLicensed,
} from './save-destination.ts';
import { maskSettings, openSettings, sealSettings } from './sealed-settings.ts';

/** How long a replaced secret goes on signing beside its successor unless told otherwise. */
export const OVERLAP_HOURS = { usual: 24, most: 168 } as const;

export interface DestinationEdit {
  /** Absent: as it is. */
  format?: string | undefined;
  /** Those that change. */
  settings: Settings;
  /** Those that change; null for the service's own measure. */
  limits?: LimitsEdit | undefined;
  /** How long a secret that is replaced here goes on signing too. */
  overlapHours: number;
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
 * Changes where or how a destination is sent to. What stands there is sent again where the place or
 * the form of it has changed.
 *
 * @param input.settings those that change, so that two who change different ones both succeed
 * @throws DomainError `destination-not-found`, `destination-implicit`, `not-permitted`
 */
export async function changeDestination(
  ctx: Context,
  input: { id: string } & Omit<DestinationEdit, 'overlapHours'>,
): Promise<ShownDestination> {
  permitWholeHouse(ctx.caller);
  return transact(ctx.db, async (tx) => {
    const before = await destinations.lock(tx, input.id, ctx.caller.outlet);
    if (!before) throw destinationNotFound(input.id);
    const edit = { ...input, overlapHours: OVERLAP_HOURS.usual };
    const { channel, row } = await editLocked(tx, ctx, before, edit, 'destination.changed');
    return { ...row, settings: maskSettings(channel, row.settings) };
  });
}

/** Lays an edit over a locked destination, tells the record, and has sent anew what it concerns. */
export async function editLocked(
  tx: Tx,
  ctx: Context,
  before: destinations.Destination,
  edit: DestinationEdit,
  event: `destination.${string}`,
): Promise<{ channel: Channel; row: destinations.Destination }> {
  const channel = channelOf(before.channel);
  const stored = openSettings(ctx.seal, channel, before.id, before.settings);
  const settings = { ...stored, ...edit.settings };
  const format = edit.format ?? before.format;
  const anew = format !== before.format || isPlacedElsewhere(channel, stored, settings);
  const row = await destinations.change(tx, before, ctx.now(), {
    format,
    settings: sealSettings(ctx.seal, channel, before.id, settings),
    anew,
    limits: limitsAfter(limitsOf(before), edit.limits),
    starts: Object.keys(edit.settings).length > 0,
    replaced: replacedSecret(channel, before, { ...edit, stored }),
  });
  await events.record(tx, ctx, {
    type: event,
    subject: { kind: 'destination', id: before.id },
    before: factsOf(channel, before),
    after: factsOf(channel, row),
  });
  if (anew) await wakeLicensed(ctx, tx, row.outlet);
  return { channel, row };
}

function limitsOf({ concurrency, per_minute: perMinute }: destinations.Destination) {
  return { concurrency, perMinute };
}

/** Whether any setting differs by which something would come to stand elsewhere. */
function isPlacedElsewhere(channel: Channel, before: Settings, after: Settings): boolean {
  return Object.keys(after).some(
    (name) =>
      !channel.keepsPlaced.includes(name) &&
      JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
}

/** The secret that another one replaces, still sealed: under its own name it opens as before. */
function replacedSecret(
  { signsWith }: Channel,
  { settings: sealed }: destinations.Destination,
  { settings, stored, overlapHours }: DestinationEdit & { stored: Settings },
): { former: Settings; overlapHours: number } | null {
  if (signsWith === null || settings[signsWith] === undefined) return null;
  if (settings[signsWith] === stored[signsWith]) return null;
  return { former: { [signsWith]: sealed[signsWith] }, overlapHours };
}
