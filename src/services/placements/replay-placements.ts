import type { Context } from '../../context.ts';
import { transact } from '../../db/database.ts';
import * as events from '../../db/events.ts';
import {
  countDead,
  countReplayable,
  type ReplayFilter,
  replay,
} from '../../db/placements/replay.ts';
import { invalid } from '../../domain/errors.ts';

/** One transaction and one line of the record: more at once would hold up what is prompt. */
const MOST = 50_000;

/** How many placements a replay would make due again, as far as the caller may. */
export function countReplay(ctx: Context, filter: ReplayFilter): Promise<number> {
  return countReplayable(ctx.db, within(ctx, filter));
}

/**
 * Makes what was tried due again under higher numbers: it is sent behind all that is prompt. A kill
 * is left to itself, and text that no licence holds any longer stays where it is.
 *
 * @returns how many
 * @throws DomainError `invalid-request` when nothing narrows it, or it is too much at once
 */
export async function replayPlacements(
  ctx: Context,
  filter: ReplayFilter,
): Promise<{ id: string; placements: number }> {
  const own = within(ctx, filter);
  if (Object.values(filter).every((value) => value === undefined)) throw invalid([narrow()]);
  const id = ctx.newId();
  return transact(ctx.db, async (tx) => {
    const count = await countReplayable(tx, own);
    if (count > MOST) throw invalid([tooMuch(count)]);
    const placements = await replay(tx, own, ctx.caller.requestId);
    await events.record(tx, ctx, {
      type: 'placements.replayed',
      subject: { kind: 'replay', id },
      after: { ...own, placements },
    });
    return { id, placements };
  });
}

/** How many placements were given up at a destination that the caller has been let see. */
export function countGivenUp(ctx: Context, destination: string): Promise<number> {
  return countDead(ctx.db, destination);
}

function within({ caller }: Context, filter: ReplayFilter): ReplayFilter {
  const outlet = caller.outlet ?? filter.outlet;
  return { ...filter, outlet, publications: caller.publications ?? undefined };
}

const narrow = () => ({
  pointer: '#/destination',
  code: 'required',
  detail: 'Say what is to be sent again: of which destination, outlet, article, time or class.',
});

const tooMuch = (count: number) => ({
  pointer: '#/from',
  code: 'too-many',
  detail: `These are ${count} placements, and ${MOST} can be replayed at once. Narrow the time.`,
});
