import { createHmac } from 'node:crypto';

const PREFIX = 'whsec_';
const SECRET_BYTES = 32;

/** The form of a secret: its prefix and 24 to 64 bytes in base64 (Standard Webhooks 1.0). */
export const WEBHOOK_SECRET =
  /^whsec_(?=[^=]{32,86}={0,2}$)(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

export function makeWebhookSecret(random: (bytes: number) => Buffer): string {
  return PREFIX + random(SECRET_BYTES).toString('base64');
}

/**
 * The headers of a signed JSON message (Standard Webhooks 1.0).
 *
 * @param id the same in every retry, so that a receiver can drop what it has
 */
export function signedHeaders(
  id: string,
  secrets: readonly string[],
  body: string | Buffer,
  timestampSeconds: number,
): Record<string, string> {
  return {
    'content-type': 'application/json',
    'user-agent': 'Imprimatur',
    'webhook-id': id,
    'webhook-timestamp': String(timestampSeconds),
    'webhook-signature': signWebhook(secrets, id, timestampSeconds, body),
  };
}

/**
 * Signs one message as Standard Webhooks 1.0 does: HMAC-SHA256 over `id.timestamp.body`.
 *
 * @param secrets one, or two while a secret is being replaced: the receiver needs only one to match
 * @param timestampSeconds since the epoch
 * @param body exactly what is sent
 * @returns the value of the header `webhook-signature`
 */
export function signWebhook(
  secrets: readonly string[],
  id: string,
  timestampSeconds: number,
  body: string | Buffer,
): string {
  return secrets
    .map((secret) => {
      const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
      const mac = createHmac('sha256', key).update(`${id}.${timestampSeconds}.`).update(body);
      return `v1,${mac.digest('base64')}`;
    })
    .join(' ');
}
