import type { Context } from '../context.ts';
import { type Db, transact } from '../db/database.ts';
import * as idempotency from '../db/idempotency.ts';
import { isLockTimeout } from '../db/store-errors.ts';
import { DomainError } from '../domain/errors.ts';

const KEPT_MS = 24 * 60 * 60 * 1000;
const LOCK_WAIT_SECONDS = 10;
const RETRY_AFTER_MS = 5000;

/** An answer as it goes out. */
export interface Reply {
  status: number;
  headers: Readonly<Record<string, string>>;
  text: string;
  /** Sent in the place of the text as it is made, and never kept. */
  stream?: AsyncIterable<string>;
  /** Sent in the place of the text, and never kept. */
  bytes?: Buffer;
}

type Clock = Pick<Context, 'db' | 'now'>;

/**
 * Does some work once per Idempotency-Key and owner, method and path, for 24 hours.
 *
 * The work runs in the transaction that also keeps its reply, so that there is never one without
 * the other. Whoever comes while it runs waits.
 *
 * @param work gets a context inside that transaction; returns what to send now and what to keep
 * @throws DomainError `idempotency-conflict`, `idempotency-in-progress`, or whatever `work` throws,
 *   and then nothing is kept
 */
export async function rememberReply(
  ctx: Context,
  claim: idempotency.Claim,
  work: (ctx: Context) => Promise<{ sent: Reply; kept: Reply }>,
): Promise<{ reply: Reply; replayed: boolean }> {
  return transact(ctx.db, async (tx) => {
    if (!(await claimed(tx, claim, ctx.now()))) {
      const reply = await recallReply({ db: tx, now: ctx.now }, claim);
      if (!reply) throw inProgress();
      return { reply, replayed: true };
    }
    const { sent, kept } = await work({ ...ctx, db: tx });
    const { status, headers, text } = kept;
    await idempotency.keep(tx, claim, { status, reply: JSON.stringify({ headers, text }) });
    return { reply: sent, replayed: false };
  });
}

/**
 * The reply that is kept for a key, if there is one.
 *
 * @throws DomainError `idempotency-conflict` if another body was sent with the same key
 */
export async function recallReply(
  ctx: Clock,
  claim: idempotency.Claim,
): Promise<Reply | undefined> {
  const found = await idempotency.find(ctx.db, claim, ctx.now() - KEPT_MS);
  if (!found) return undefined;
  if (found.bodyHash !== claim.bodyHash) {
    throw new DomainError(
      'idempotency-conflict',
      'This Idempotency-Key was used here with another body. Send that body, or take a new key.',
    );
  }
  if (found.status === null || found.reply === null) return undefined;
  return { status: found.status, ...(JSON.parse(found.reply) as Omit<Reply, 'status'>) };
}

/** Removes what is older than 24 hours. */
export async function forgetOldReplies(ctx: Clock): Promise<number> {
  return idempotency.forget(ctx.db, ctx.now() - KEPT_MS);
}

async function claimed(tx: Db, claim: idempotency.Claim, now: number): Promise<boolean> {
  await idempotency.boundLockWaits(tx, LOCK_WAIT_SECONDS);
  try {
    return await idempotency.claim(tx, claim, { now, since: now - KEPT_MS });
  } catch (error) {
    throw isLockTimeout(error) ? inProgress() : error;
  }
}

function inProgress(): DomainError {
  return new DomainError(
    'idempotency-in-progress',
    'The first request with this Idempotency-Key is still running. Send the same again later.',
    { retryAfterMs: RETRY_AFTER_MS },
  );
}
