import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from '../../db/database.ts';
import { type Claim, type ClaimWish, claimDue, type Take } from '../../db/placements/claim.ts';
import type { Lease } from '../../db/placements/lease.ts';
import { release } from '../../db/placements/recheck.ts';
import { settle } from '../../db/placements/settle.ts';
import { surely } from '../../db/surely.ts';
import type { Instant } from '../../domain/instant.ts';
import { stopDestination } from '../destinations/stop-destination.ts';
import type { Desk } from './desk.ts';
import { noteTry } from './note-try.ts';
import { paced } from './paced.ts';
import { patience } from './patience.ts';
import { send, type Try, type Turn } from './send.ts';
import { type SettingsInHand, settingsInHand } from './settings-in-hand.ts';
import { settlementOf, stepAfter } from './settlement.ts';

/**
 * A destination's turn ends after so many sends or so long; then the others come first. They are
 * claimed some at a time: what is claimed and not sent before the turn ends is work for nothing.
 */
const BOUNDS = { sends: 20, atOnce: 5, ms: 2_000 } as const;

/** Longer than the relay mostly holds placements that it looks at and leaves as they are. */
const HELD_MS = 100;

/** What a destination has its turn for. */
export interface Asked {
  destination: string;
  take: Take;
  /** Called when the turn has to wait, so that others may have its place. */
  onLong?: () => void;
}

/**
 * Sends what is due at one destination. What has not begun when the turn ends is given back. What is
 * not urgent lets urgent work of this process go first.
 *
 * @returns whether there may be more, so that the destination should be woken again
 */
export async function deliverDestination(
  desk: Desk,
  { destination, take, onLong = () => {} }: Asked,
): Promise<boolean> {
  const { ctx } = desk;
  const endsAt = ctx.now() + BOUNDS.ms;
  const clear = take === 'urgent' ? async () => {} : desk.precedence.clear;
  const settingsOf = settingsInHand(ctx.seal);
  for (let left: number = BOUNDS.sends; left > 0 && ctx.now() < endsAt; ) {
    await clear();
    const token = ctx.newId();
    const limit = Math.min(left, BOUNDS.atOnce);
    const wish = { destination, take, limit, token };
    const isFirst = left === BOUNDS.sends;
    const claims = await (isFirst ? claimFirst(ctx.db, wish, onLong) : claimDue(ctx.db, wish));
    const round = {
      lease: { token, destination },
      ...{ claims, settingsOf, clear },
      onLong,
      forMs: endsAt - ctx.now(),
    };
    const isDueAgain = await deliverAll(desk, round);
    const isFull = claims.length === limit || claims.some(({ bounded }) => bounded);
    if (!isFull && !isDueAgain) return false;
    left -= claims.length;
  }
  return true;
}

/**
 * A turn is for something that was seen to be due. If nothing is there to be claimed, the relay may
 * hold it just now, so there is a second look.
 */
async function claimFirst(db: Db, wish: ClaimWish, onLong: () => void): Promise<Claim[]> {
  const claims = await claimDue(db, wish);
  if (claims.length > 0) return claims;
  onLong();
  await pause(HELD_MS);
  return claimDue(db, wish);
}

/** What is claimed under one lease. */
interface Round {
  lease: Lease;
  claims: readonly Claim[];
  settingsOf: SettingsInHand;
  /** Resolves when nothing goes before it. */
  clear: () => Promise<void>;
  onLong: () => void;
  forMs: number;
}

/** @returns whether something of it is due again at once */
async function deliverAll(
  desk: Desk,
  { lease, claims, settingsOf, clear, onLong, forMs }: Round,
): Promise<boolean> {
  let isDueAgain = false;
  const writing: Promise<unknown>[] = [];
  const onLate = () => sending.hurry();
  const turn = { settingsOf, patience: patience({ onLate, onLong, isBusy: desk.isBusy }) };
  const deliverOne = async (claim: Claim) => {
    if (!claim.urgent) await clear();
    const { placed, written } = await deliver(desk, claim, turn);
    const noted = written.then((isDue) => {
      isDueAgain ||= isDue;
    });
    // The next is sent while this is written, but after a failure not before that is known.
    if (placed) writing.push(noted.catch((error) => error));
    else await noted;
  };
  const giveBack = (rest: readonly Claim[]) => {
    isDueAgain = true;
    return Promise.all(rest.map((claim) => release(desk.ctx.db, claim)));
  };
  const sending = paced(claims, deliverOne, { forMs, giveBack });
  await desk.whileLeased(lease, endOf(sending.done, writing));
  return isDueAgain;
}

/** @param writing each resolves with what it failed of, if it did. @throws one of the failures */
async function endOf(sent: Promise<void>, writing: readonly Promise<unknown>[]): Promise<void> {
  try {
    await sent;
  } finally {
    await Promise.all(writing);
  }
  const [failure] = (await Promise.all(writing)).filter((error) => error !== undefined);
  if (failure !== undefined) throw failure;
}

interface Delivered {
  placed: boolean;
  /** Resolves when it is in the record, with whether its placement is due again at once. */
  written: Promise<boolean>;
}

async function deliver(desk: Desk, claim: Claim, turn: Turn): Promise<Delivered> {
  const startedAt = desk.ctx.now();
  const sent = await send(desk, claim, turn);
  if (sent === null) {
    return { placed: false, written: release(desk.ctx.db, claim).then(() => false) };
  }
  const times = { startedAt, endedAt: desk.ctx.now() };
  return { placed: sent.outcome.class === 'placed', written: write(desk, claim, sent, times) };
}

/** @returns whether its placement is due again at once */
async function write(
  desk: Desk,
  claim: Claim,
  sent: Try,
  times: { startedAt: Instant; endedAt: Instant },
): Promise<boolean> {
  const { ctx } = desk;
  const step = stepAfter(claim, sent, { now: times.endedAt, random: ctx.random });
  const attempt = { id: ctx.newId(), ...times };
  const settlement = settlementOf(claim, sent, step, attempt);
  // It did happen. While the store is away the lease runs; after that another worker tries it.
  const isDue = await surely(() => settle(ctx.db, settlement));
  noteTry(ctx, claim, sent.outcome, { ...attempt, confirmed: settlement.confirmed });
  const stopped = sent.outcome.class;
  if (stopped === 'gone' || stopped === 'credentials') {
    const { destination: id, changes } = claim;
    await stopDestination(ctx, { id, changes }, stopped, sent.outcome.message);
  }
  return isDue;
}
