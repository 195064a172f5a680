import type { Context } from '../../context.ts';
import { transact } from '../../db/database.ts';
import {
  type FailingDestination,
  failingDestinations,
  noteWarning,
} from '../../db/health/failing.ts';
import { DISABLE_AFTER_DAYS, failingStep, warningsAfter } from '../../domain/failing-days.ts';
import { formatInstant } from '../../domain/instant.ts';
import { tellOfDestination } from '../notices/tell-of-destination.ts';
import { stopDestination } from './stop-destination.ts';

const MOST = 100;

/**
 * Warns the people of destinations from which nothing but failures has come for days, and in the
 * end disables them: never silently, and a person can resume them.
 */
export async function attendFailing(ctx: Context): Promise<void> {
  for (const destination of await failingDestinations(ctx.db, MOST)) {
    const { failing_since: since, warnings, now } = destination;
    if (since === null) continue;
    const step = failingStep(since, warnings, now);
    if (step.kind === 'warn') await warn(ctx, destination, since, step.days);
    if (step.kind === 'disable') await disable(ctx, destination);
  }
}

async function warn(
  ctx: Context,
  destination: FailingDestination,
  since: number,
  days: number,
): Promise<void> {
  await transact(ctx.db, async (tx) => {
    if (!(await noteWarning(tx, destination.id, warningsAfter(days)))) return;
    const left = DISABLE_AFTER_DAYS - days;
    const facts = { since: formatInstant(since), daysLeft: left };
    await tellOfDestination(tx, ctx, destination, 'destination-failing', facts);
  });
}

async function disable(ctx: Context, destination: FailingDestination): Promise<void> {
  const note = `For ${DISABLE_AFTER_DAYS} days no text was taken.`;
  await stopDestination(ctx, destination, 'failing', note);
}
