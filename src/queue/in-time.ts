import { setTimeout } from 'node:timers/promises';

/**
 * BullMQ can wait for ever for a Redis that is away; nothing asked of it is worth that.
 *
 * @throws Error when the time is over
 */
export async function inTime<Result>(work: Promise<Result>, withinMs: number): Promise<Result> {
  const enough = new AbortController();
  const late = setTimeout(withinMs, undefined, { signal: enough.signal }).then(() => {
    throw new Error('the queue did not answer in time');
  });
  return await Promise.race([work, late]).finally(() => enough.abort());
}
