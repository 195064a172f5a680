import { EgressFailed } from './failure.ts';

/**
 * Runs work under a signal that aborts after `totalMs` or when the caller's signal does. The
 * signal's reason is the `EgressFailed` to show. (`AbortSignal.any` would do the same, but keeps
 * every signal it ever made alive as long as a long-lived caller's signal lives.)
 */
export async function withDeadline<T>(
  totalMs: number,
  caller: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const late = () =>
    controller.abort(
      new EgressFailed('timeout', `The exchange was not finished within ${totalMs} ms.`),
    );
  const stop = () =>
    controller.abort(new EgressFailed('aborted', 'The service itself stopped this send.'));
  const timer = setTimeout(late, totalMs);
  if (caller?.aborted) stop();
  caller?.addEventListener('abort', stop, { once: true });
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    caller?.removeEventListener('abort', stop);
  }
}
