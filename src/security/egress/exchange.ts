import type { Dispatcher } from 'undici';
import type { Bounds } from './bounds.ts';
import { EgressFailed } from './failure.ts';
import { readExchangeFailure } from './read-failure.ts';

/** An answer as it came over the wire: never inflated, never followed. */
export interface Answer {
  status: number;
  /** Names in lower case; a repeated header's values are joined by a comma. */
  headers: Record<string, string>;
  /** UTF-8, what is not becoming U+FFFD; at most `Bounds.bodyBytes` of it. */
  body: string;
  /** More came than was read, and the connection was destroyed. */
  truncated: boolean;
}

/**
 * Sends one request and reads its answer within bounds. Rejects with `EgressFailed`, or with the
 * signal's reason as soon as the signal aborts.
 */
export function exchange(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  bounds: Bounds,
  signal: AbortSignal,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    let controller: Dispatcher.DispatchController | undefined;
    let timer: NodeJS.Timeout | undefined;
    const answer = { status: 0, headers: {}, body: createBody(bounds.bodyBytes) };

    const end = (settle: () => void): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      settle();
    };
    const fail = (error: Error): void => end(() => reject(readExchangeFailure(error)));
    const succeed = (truncated: boolean): void =>
      end(() => resolve({ ...answer, body: answer.body.text(), truncated }));
    const abort = (): void => {
      controller?.abort(signal.reason);
      fail(signal.reason);
    };
    signal.addEventListener('abort', abort);

    dispatcher.dispatch(request, {
      onRequestStart(started) {
        if (signal.aborted) return started.abort(signal.reason);
        controller = started;
        timer = setTimeout(() => started.abort(silence(bounds.firstByteMs)), bounds.firstByteMs);
      },
      onResponseStart(_, status, headers) {
        if (status < 200) return; // Informational: the answer is still to come (RFC 9110, 15.2).
        clearTimeout(timer);
        Object.assign(answer, { status, headers: joinValues(headers) });
      },
      onResponseData(current, chunk) {
        if (answer.body.add(chunk)) return;
        succeed(true);
        current.abort(new EgressFailed('protocol', 'The answer is too long.'));
      },
      onResponseEnd: () => succeed(false),
      onResponseError: (_, error) => fail(error),
    });
  });
}

function silence(firstByteMs: number): EgressFailed {
  return new EgressFailed('timeout', `The server did not answer within ${firstByteMs} ms.`);
}

function joinValues(headers: Record<string, string | string[] | undefined>) {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]),
  );
}

/** Collects at most `limit` bytes; `add` answers whether there was room for the whole chunk. */
function createBody(limit: number) {
  const chunks: Buffer[] = [];
  let room = limit;
  return {
    add(chunk: Buffer): boolean {
      chunks.push(chunk.subarray(0, room));
      const fits = chunk.length <= room;
      room -= Math.min(chunk.length, room);
      return fits;
    },
    text: () => Buffer.concat(chunks).toString('utf8'),
  };
}
