import type { Sighting } from '../../channels/index.ts';
import type { Context } from '../../context.ts';
import { transact } from '../../db/database.ts';
import { PULL } from '../../db/destinations.ts';
import { insertAttempt } from '../../db/placements/attempt.ts';
import { claimLooks, endLooks, type Look, scheduleLook } from '../../db/placements/look.ts';
import { nextLook } from '../../domain/look-ladder.ts';
import { confirm } from '../placements/confirm-placement.ts';
import { lookForCopy } from './look-for-copy.ts';
import { remindOf } from './remind-of.ts';

const AT_ONCE = 5;

/**
 * Looks for the copies at one destination that are to be looked at now: whether what was taken back
 * is gone. Of copies that an outlet took itself its people are reminded instead.
 *
 * @returns whether there may be more, so that the destination should be woken again
 */
export async function verifyDestination(ctx: Context, destination: string): Promise<boolean> {
  const looks = await claimLooks(ctx.db, destination, AT_ONCE);
  await Promise.all(looks.map((look) => attend(ctx, look)));
  return looks.length === AT_ONCE;
}

async function attend(ctx: Context, look: Look): Promise<void> {
  if (look.confirmedSeq === look.seq) return endLooks(ctx.db, look.id);
  if (look.channel === PULL) return remindOf(ctx, look.id);
  if (look.operation === 'upsert') return endLooks(ctx.db, look.id);
  const startedAt = ctx.now();
  const seen = await lookForCopy(ctx, look);
  await keep(ctx, look, seen, startedAt);
  ctx.metrics.attempted('verify', seen.kind);
  const { id: placement, seq, licence, checks } = look;
  ctx.log.info(
    { placement, licence, seq, look: checks + 1, found: seen.kind, code: seen.code },
    'looked for a copy that was taken back',
  );
}

async function keep(ctx: Context, look: Look, seen: Sighting, startedAt: number): Promise<void> {
  await transact(ctx.db, async (tx) => {
    if (seen.kind === 'gone') {
      await confirm(tx, ctx, { placement: look.id, seq: look.seq, by: 'page' });
    } else {
      await scheduleLook(tx, look, nextLook(look.checks + 1));
    }
    await insertAttempt(tx, {
      id: ctx.newId(),
      placement: look.id,
      ...partsOf(look),
      startedAt: new Date(startedAt),
      endedAt: new Date(ctx.now()),
      purpose: 'verify',
      outcome: seen.kind,
      code: seen.code,
      message: seen.message,
      status: seen.status ?? null,
      remoteAddress: seen.remoteAddress ?? null,
    });
  });
}

function partsOf({ destination, outlet, licence, seq, version, operation }: Look) {
  return { destination, outlet, licence, seq, version, operation };
}
