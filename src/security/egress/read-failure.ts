import { errors } from 'undici';
import { EgressBlocked, EgressFailed } from './failure.ts';

/** What an error met while connecting means. Silence counts as `connect`, in TCP and TLS alike. */
export function readConnectFailure(error: Error): EgressFailed {
  if (error instanceof errors.ConnectTimeoutError) {
    return new EgressFailed('connect', 'The server did not take the connection in time.', error);
  }
  const inTcp = 'syscall' in error && error.syscall === 'connect';
  return inTcp
    ? new EgressFailed('connect', `No connection to the server${codeOf(error)}.`, error)
    : new EgressFailed('tls', `No trusted TLS with the server${codeOf(error)}.`, error);
}

/** What an error met after connecting means; a fault in our own call comes back unchanged. */
export function readExchangeFailure(error: Error): Error {
  if (error instanceof EgressFailed || error instanceof EgressBlocked) return error;
  if (error instanceof errors.InvalidArgumentError) return error;
  if (error instanceof errors.HeadersOverflowError) {
    return new EgressFailed('protocol', "The answer's headers are too long.", error);
  }
  return error instanceof errors.HTTPParserError
    ? new EgressFailed('protocol', 'The answer is not valid HTTP/1.1.', error)
    : new EgressFailed('network', `The connection broke before the answer${codeOf(error)}.`, error);
}

/** A code is shown as it is: it names the fault and carries nothing of the exchange. */
function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : '';
}
