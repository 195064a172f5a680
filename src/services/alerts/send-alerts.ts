import { outcomeOfFailure, outcomeOfResponse } from '../../channels/http-outcome.ts';
import { signedHeaders } from '../../channels/webhook-signature.ts';
import type { Context } from '../../context.ts';
import { type DueAlert, markAlertFailed, markAlertSent, takeDueAlerts } from '../../db/alerts.ts';
import { nextStep } from '../../domain/backoff.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { AlertHook } from './alert-hook.ts';

const BATCH = 20;

/**
 * Sends the alerts that wait to the operator's own system, through the guarded egress. One whose
 * answer was lost is sent again, under the same `webhook-id`.
 *
 * @returns how many were tried
 */
export async function sendAlerts(ctx: Context, hook: AlertHook): Promise<number> {
  const due = await takeDueAlerts(ctx.db, BATCH);
  for (const alert of due) await sendOne(ctx, hook, alert);
  return due.length;
}

async function sendOne(ctx: Context, hook: AlertHook, alert: DueAlert): Promise<void> {
  const outcome = await post(ctx, hook, alert);
  if (outcome.class === 'placed') return markAlertSent(ctx.db, alert.id, ctx.now());
  const { id, attempts } = alert;
  ctx.log.warn({ alert: id, attempts, code: outcome.code }, 'an alert was not taken');
  await markAlertFailed(ctx.db, id, { error: outcome.message, nextAt: nextTry(ctx, alert) });
}

async function post(ctx: Context, { url, secret }: AlertHook, alert: DueAlert): Promise<Outcome> {
  const { id, body } = alert;
  const seconds = Math.floor(ctx.now() / 1000);
  const headers = signedHeaders(id, [secret], body, seconds);
  try {
    const response = await ctx.egress.request({ url, method: 'POST', headers, body });
    // Where a redirect points may hold what is secret in the URL, and what comes of this is kept.
    return outcomeOfResponse({ ...response, headers: {} }, ctx.now());
  } catch (error) {
    return outcomeOfFailure(error);
  }
}

/** Whatever is answered may be mended by the operator meanwhile; after three days it is given up. */
function nextTry(ctx: Context, alert: DueAlert): number | null {
  const random = ctx.random(2).readUInt16BE() / 65_536;
  const step = nextStep('later', alert.attempts, ctx.now() - alert.createdAt, random);
  return step.kind === 'retry' ? ctx.now() + step.delayMs : null;
}
