import type { Context } from '../../context.ts';
import { transact } from '../../db/database.ts';
import { endTest, takeForTest } from '../../db/destination-tests.ts';
import * as destinations from '../../db/destinations.ts';
import * as events from '../../db/events.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { testAdvice } from '../../domain/test-advice.ts';
import { permitWholeHouse } from '../permit.ts';
import { sampleState } from './sample-state.ts';
import { channelOf, destinationNotFound } from './save-destination.ts';
import { openFormer, openSettings } from './sealed-settings.ts';

/** What a test came to. */
export interface Tested {
  destination: string;
  outlet: string;
  outcome: Outcome;
  /** What to do about it, for an editor. */
  advice: string;
  /** From the first step to the last byte of the answer. */
  ms: number;
}

/** When to ask again while another test is under way: most are over by then. */
const AGAIN_MS = 5_000;

/**
 * Sends a marked sample the way that articles go, and says what came of it. It goes to paused and
 * disabled destinations too, and stops or charges none. Asks the network: call it outside any
 * transaction, and write down what came of it with {@link recordTest}.
 *
 * @throws DomainError `destination-not-found`, `destination-implicit`, `not-permitted`;
 *   `rate-limited` while another test of it is under way
 */
export async function sendSample(ctx: Context, id: string): Promise<Tested> {
  permitWholeHouse(ctx.caller);
  const row = await destinations.find(ctx.db, id, ctx.caller.outlet);
  if (!row) throw destinationNotFound(id);
  const channel = channelOf(row.channel);
  if (!(await takeForTest(ctx.db, row))) throw underWay();
  try {
    const startedAt = performance.now();
    const settings = openSettings(ctx.seal, channel, id, row.settings);
    const former = openFormer(ctx.seal, channel, id, row.former);
    const io = { egress: ctx.egress, now: ctx.now, former };
    const outcome = await channel.probe(sampleState(ctx, row.format), settings, io);
    const ms = Math.round(performance.now() - startedAt);
    return { destination: id, outlet: row.outlet, outcome, advice: testAdvice(outcome), ms };
  } finally {
    await endTest(ctx.db, id);
  }
}

/** Writes down that a destination was tested, and what came of it. */
export async function recordTest(ctx: Context, tested: Tested): Promise<void> {
  const { destination: id, outlet, outcome, ms } = tested;
  const { class: kind, code, status = null } = outcome;
  await transact(ctx.db, (tx) =>
    events.record(tx, ctx, {
      type: 'destination.tested',
      subject: { kind: 'destination', id },
      after: { outlet, outcome: kind, code, status, ms },
    }),
  );
}

function underWay(): DomainError {
  return new DomainError(
    'rate-limited',
    'A test of this destination is under way. Wait for what comes of it.',
    { retryAfterMs: AGAIN_MS },
  );
}
