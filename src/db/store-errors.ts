/** PostgreSQL, appendix A: errors that say "not now" and not "never". */
const PASSING = new Set([
  '40001', // serialization failure
  '40P01', // deadlock
  '53300', // too many connections
  '55P03', // lock not available in time
  '57P01', // shut down by the administrator
  '57P02', // crashed
  '57P03', // starting up or shutting down
]);
const CONNECTION_EXCEPTION = '08';
const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);
/** What node-postgres says without a code when a connection is lost or cannot be had. */
const LOST =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether the store cannot answer now; the same request may well succeed later. */
export function isStoreDown(error: unknown): boolean {
  const { code, message } = factsOf(error);
  if (code === undefined) return LOST.test(message);
  return PASSING.has(code) || NETWORK.has(code) || code.startsWith(CONNECTION_EXCEPTION);
}

/** Whether a lock could not be had within `lock_timeout`. */
export function isLockTimeout(error: unknown): boolean {
  return factsOf(error).code === '55P03';
}

function factsOf(error: unknown): { code: string | undefined; message: string } {
  const { code, message } = Object(error) as Record<string, unknown>;
  return { code: typeof code === 'string' ? code : undefined, message: String(message) };
}
