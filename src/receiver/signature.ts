import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/**
 * - `genuine`   signed by a holder of one of the secrets, and just now
 * - `unsigned`  a header is missing or is not what the standard says
 * - `stale`     signed long ago, or ahead of our clock
 * - `forged`    no signature fits any of the secrets
 */
export type Judgement = 'genuine' | 'unsigned' | 'stale' | 'forged';

/** How far the sender's clock and ours may be apart, and how long a message may be replayed. */
const TOLERANCE_SECONDS = 300;

const PREFIX = 'whsec_';
/** Standard Webhooks 1.0 asks for 24 to 64 bytes; an empty key would let anybody sign. */
const LEAST_KEY_BYTES = 24;

/** A message as it came. */
export interface Signed {
  headers: IncomingHttpHeaders;
  /** The bytes as they came: parsed and written again they would differ. */
  body: Buffer;
}

/**
 * Judges the signature of a message (Standard Webhooks 1.0): HMAC-SHA256 over `id.timestamp.body`.
 * While a secret is being replaced the header holds one signature for each, and any may fit.
 *
 * @param keys from `keysOf`
 * @param now epoch milliseconds
 */
export function judge({ headers, body }: Signed, keys: readonly Buffer[], now: number): Judgement {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': header } = headers;
  if (!isText(id) || !isText(timestamp) || !isText(header)) return 'unsigned';
  if (!/^\d{1,15}$/.test(timestamp)) return 'unsigned';
  const given = signaturesIn(header);
  const fits = keys.map((key) => isAmong(given, macOf(key, `${id}.${timestamp}.`, body)));
  // Whoever cannot sign learns nothing of the clock.
  if (!fits.includes(true)) return 'forged';
  return Math.abs(now / 1_000 - Number(timestamp)) > TOLERANCE_SECONDS ? 'stale' : 'genuine';
}

/**
 * The keys behind secrets of the form `whsec_` and base64.
 *
 * @throws Error when there is none, or one is not of that form; the message does not show it
 */
export function keysOf(secrets: readonly string[]): Buffer[] {
  if (secrets.length === 0)
    throw new Error('Give at least one secret: without one nothing is genuine.');
  return secrets.map((secret) => {
    const text = secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : '';
    const key = Buffer.from(text, 'base64');
    const isWhole = key.toString('base64').replace(/=+$/, '') === text.replace(/=+$/, '');
    if (key.length >= LEAST_KEY_BYTES && isWhole) return key;
    throw new Error(
      'A secret is whsec_ and at least 24 bytes in base64, as the service showed it.',
    );
  });
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function signaturesIn(header: string): Buffer[] {
  return header
    .split(' ')
    .filter((entry) => entry.startsWith('v1,'))
    .map((entry) => Buffer.from(entry.slice('v1,'.length), 'base64'));
}

function macOf(key: Buffer, prefix: string, body: Buffer): Buffer {
  return createHmac('sha256', key).update(prefix).update(body).digest();
}

/** Takes the same time wherever two signatures differ. */
function isAmong(given: readonly Buffer[], wanted: Buffer): boolean {
  const equal = given.map((one) => one.length === wanted.length && timingSafeEqual(one, wanted));
  return equal.includes(true);
}
