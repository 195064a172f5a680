import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

const TOLERANCE_MS = 5 * 60_000;

/**
 * Whether a message is from the holder of the secret, and recent (Standard Webhooks 1.0).
 *
 * @param body the bytes as they came: parsed and written again they would differ
 */
export function isGenuine(headers: IncomingHttpHeaders, body: string, secret: string): boolean {
  const id = headers['webhook-id'];
  const seconds = String(headers['webhook-timestamp']);
  const isRecent = Math.abs(Date.now() - Number(seconds) * 1000) < TOLERANCE_MS;
  if (typeof id !== 'string' || !isRecent) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const wanted = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest();
  return signatures(headers).some(
    (given) => given.length === wanted.length && timingSafeEqual(given, wanted),
  );
}

/** There may be several, one for each secret while a secret is being replaced. */
function signatures(headers: IncomingHttpHeaders): Buffer[] {
  const header = String(headers['webhook-signature'] ?? '');
  return header
    .split(' ')
    .filter((entry) => entry.startsWith('v1,'))
    .map((entry) => Buffer.from(entry.slice('v1,'.length), 'base64'));
}
