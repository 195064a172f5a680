import { createHmac } from 'node:crypto';
import { crc32 } from 'node:zlib';

const PREFIX = 'imp_';
/** 36 characters of base62 hold 214 bits. */
const RANDOM_CHARS = 36;
/** Six characters of base62 hold any CRC-32. */
const CHECKSUM_CHARS = 6;
const SHOWN_CHARS = PREFIX.length + 4;

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** The multiple of 62 below 256: a byte from here on would favour the first characters. */
const FAIR_BYTES = 248;

const SHAPE = new RegExp(`^${PREFIX}[0-9A-Za-z]{${RANDOM_CHARS + CHECKSUM_CHARS}}$`);

/**
 * Makes an API key: prefix, random part, checksum. The prefix lets scanners find a leaked key,
 * the checksum tells a mistyped one without a look at the database.
 *
 * @param random cryptographically strong bytes
 */
export function makeKey(random: (bytes: number) => Buffer): string {
  let body = PREFIX;
  while (body.length < PREFIX.length + RANDOM_CHARS) body += fairChars(random(RANDOM_CHARS));
  body = body.slice(0, PREFIX.length + RANDOM_CHARS);
  return body + checksum(body);
}

/** Whether a key is one that `makeKey` can have made. */
export function looksLikeOurs(key: string): boolean {
  return SHAPE.test(key) && checksum(key.slice(0, -CHECKSUM_CHARS)) === key.slice(-CHECKSUM_CHARS);
}

/** Whether a key claims by its prefix to be one of ours; a wrong checksum then proves it is not. */
export function claimsToBeOurs(key: string): boolean {
  return key.startsWith(PREFIX);
}

/**
 * What is kept of a key: HMAC-SHA256 under a pepper that the database does not hold. A slow hash
 * would add nothing to 214 random bits.
 */
export function hashApiKey(key: string, pepper: Buffer): Buffer {
  return createHmac('sha256', pepper).update(key).digest();
}

/** As much of a key as may be shown after it was made: enough to tell keys apart. */
export function maskKey(key: string): string {
  return `${key.slice(0, SHOWN_CHARS)}…`;
}

function fairChars(bytes: Buffer): string {
  return [...bytes.filter((byte) => byte < FAIR_BYTES)].map(charOf).join('');
}

function checksum(body: string): string {
  let rest = crc32(body);
  let text = '';
  for (let place = 0; place < CHECKSUM_CHARS; place++) {
    text = charOf(rest) + text;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return text;
}

function charOf(value: number): string {
  return ALPHABET.charAt(value % ALPHABET.length);
}
