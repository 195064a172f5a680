import { setTimeout as pause } from 'node:timers/promises';
import { type Claim, claimDue, type Take } from '../../db/placements/claim.ts';
import { release } from '../../db/placements/recheck.ts';
import { type Settlement, settle } from '../../db/placements/settle.ts';
import { isStoreDown } from '../../db/store-errors.ts';
import { stopDestination } from '../destinations/stop-destination.ts';
import type { Desk } from './desk.ts';
import { noteTry } from './note-try.ts';
import { paced } from './paced.ts';
import { send } from './send.ts';
import { settlementOf, stepAfter } from './settlement.ts';

/** A destination's turn ends after so many sends or so long; then the others come first. */
const TURN = { sends: 20, ms: 2_000 } as const;

/**
 * Sends what is due at one destination. What has not begun when the turn ends is given back. What is
 * not urgent lets urgent work of this process go first.
 *
 * @returns whether there may be more, so that the destination should be woken again
 */
export async function deliverDestination(
  desk: Desk,
  destination: string,
  take: Take,
): Promise<boolean> {
  const { ctx } = desk;
  const endsAt = ctx.now() + TURN.ms;
  const clear = take === 'urgent' ? async () => {} : desk.precedence.clear;
  for (let left: number = TURN.sends; left > 0 && ctx.now() < endsAt; ) {
    await clear();
    const token = ctx.newId();
    const claims = await claimDue(ctx.db, { destination, take, limit: left, token });
    const isDueAgain = await deliverAll(desk, { token, claims, clear, forMs: endsAt - ctx.now() });
    const isFull = claims.length === left || claims.some(({ bounded }) => bounded);
    if (!isFull && !isDueAgain) return false;
    left -= claims.length;
  }
  return true;
}

/** What is claimed under one token. */
interface Round {
  token: string;
  claims: readonly Claim[];
  /** Resolves when nothing goes before it. */
  clear: () => Promise<void>;
  forMs: number;
}

/** @returns whether something of it is due again at once */
async function deliverAll(desk: Desk, { token, claims, clear, forMs }: Round): Promise<boolean> {
  let isDueAgain = false;
  const deliverOne = async (claim: Claim) => {
    await clear();
    if (await deliver(desk, claim)) isDueAgain = true;
  };
  const giveBack = (rest: readonly Claim[]) => {
    isDueAgain = true;
    return Promise.all(rest.map((claim) => release(desk.ctx.db, claim)));
  };
  await desk.whileLeased(token, paced(claims, deliverOne, { forMs, giveBack }));
  return isDueAgain;
}

/** @returns whether its placement is due again at once */
async function deliver(desk: Desk, claim: Claim): Promise<boolean> {
  const { ctx } = desk;
  const startedAt = ctx.now();
  const sent = await send(desk, claim);
  if (sent === null) {
    await release(ctx.db, claim);
    return false;
  }
  const endedAt = ctx.now();
  const step = stepAfter(claim, sent, endedAt, ctx.random(4).readUInt32BE() / 2 ** 32);
  const attempt = { id: ctx.newId(), startedAt, endedAt };
  const settlement = settlementOf(claim, sent, step, attempt);
  const isDue = await settleSurely(desk, settlement);
  noteTry(ctx, claim, sent.outcome, { ...attempt, confirmed: settlement.confirmed });
  const stopped = sent.outcome.class;
  if (stopped === 'gone' || stopped === 'credentials') {
    const { destination: id, changes } = claim;
    await stopDestination(ctx, { id, changes }, stopped, sent.outcome.message);
  }
  return isDue;
}

/** As long as the store is away the lease runs; after that another worker tries what we did. */
const SETTLE = { times: 20, everyMs: 500 } as const;

/** Writes what came of a try, also when the store is away for a moment: it did happen. */
async function settleSurely(desk: Desk, settlement: Settlement): Promise<boolean> {
  for (let tries = 1; ; tries++) {
    try {
      return await settle(desk.ctx.db, settlement);
    } catch (error) {
      if (!isStoreDown(error) || tries === SETTLE.times) throw error;
      await pause(SETTLE.everyMs);
    }
  }
}
