import { type Claim, claimDue } from '../../db/placements/claim.ts';
import { settle } from '../../db/placements/settle.ts';
import { stopDestination } from '../destinations/stop-destination.ts';
import type { Desk } from './desk.ts';
import { send } from './send.ts';
import { settlementOf, stepAfter } from './settlement.ts';

/** A destination's turn ends after so many sends or so long; then the others come first. */
const TURN = { sends: 20, ms: 2_000, atOnce: 5 } as const;

/**
 * Sends what is due at one destination.
 *
 * @returns whether there may be more, so that the destination should be woken again
 */
export async function deliverDestination(
  desk: Desk,
  destination: string,
  urgentOnly: boolean,
): Promise<boolean> {
  const endsAt = desk.ctx.now() + TURN.ms;
  for (let sends = 0; sends < TURN.sends && desk.ctx.now() < endsAt; ) {
    const token = desk.ctx.newId();
    const claims = await claimDue(desk.ctx.db, {
      destination,
      urgentOnly,
      limit: TURN.atOnce,
      token,
    });
    await desk.whileLeased(token, all(claims.map((claim) => deliver(desk, claim))));
    if (claims.length < TURN.atOnce) return false;
    sends += claims.length;
  }
  return true;
}

/** Waits for every one, also when one fails: the others are still sending, and keep their lease. */
async function all(deliveries: readonly Promise<void>[]): Promise<void> {
  await Promise.allSettled(deliveries);
  await Promise.all(deliveries);
}

async function deliver(desk: Desk, claim: Claim): Promise<void> {
  const { ctx } = desk;
  const startedAt = ctx.now();
  const sent = await send(desk, claim);
  const endedAt = ctx.now();
  const step = stepAfter(claim, sent, endedAt, ctx.random(4).readUInt32BE() / 2 ** 32);
  const attempt = { id: ctx.newId(), startedAt, endedAt };
  await settle(ctx.db, settlementOf(claim, sent, step, attempt));
  ctx.log.info(
    {
      placement: claim.id,
      attempt: attempt.id,
      licence: claim.licence,
      seq: claim.seq,
      operation: claim.operation,
      outcome: sent.outcome.class,
      code: sent.outcome.code,
      ms: endedAt - startedAt,
    },
    'attempt',
  );
  const stopped = sent.outcome.class;
  if (stopped === 'gone' || stopped === 'credentials') {
    const { destination: id, changes } = claim;
    await stopDestination(ctx, { id, changes }, stopped, sent.outcome.message);
  }
}
