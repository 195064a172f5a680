import { createHash, createHmac } from 'node:crypto';

/** 32 bytes in base64url. */
export const LINK_TOKEN = /^[A-Za-z0-9_-]{43}$/;

/**
 * What opens the link of a mail: 256 bits that only the holder of the key can make again, so that
 * they need not be kept until the mail leaves.
 *
 * @param id of the notice that the mail carries
 */
export function makeLinkToken(id: string, key: Buffer): string {
  return createHmac('sha256', key).update(id).digest('base64url');
}

/** What is kept of a link. */
export function hashLinkToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
