import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
/** NIST SP 800-38D section 8.2.2: random 96-bit nonces, for fewer than 2^32 seals under one key. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = 'v1';

/** Keeps secrets at rest. What is sealed for one purpose opens for no other. */
export interface Seal {
  /** @param purpose what the secret is and whose, for example `signing-key:KID` */
  seal(secret: string, purpose: string): string;
  /** @throws Error when the text was altered, or sealed under another key or purpose */
  open(sealed: string, purpose: string): string;
}

/**
 * Seals with AES-256-GCM, the purpose being authenticated beside the text.
 *
 * @param key 32 bytes
 * @param random cryptographically strong bytes
 */
export function createSeal(key: Buffer, random: (bytes: number) => Buffer): Seal {
  requireKey(key);
  return {
    seal(secret, purpose) {
      const nonce = random(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(bound(purpose));
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      const whole = Buffer.concat([nonce, text, cipher.getAuthTag()]);
      return `${VERSION}.${whole.toString('base64url')}`;
    },
    open(sealed, purpose) {
      try {
        return decrypt(key, sealed, purpose);
      } catch {
        throw new Error(`What was sealed as ${purpose} does not open: ${WHY}`);
      }
    },
  };
}

const WHY = 'it was altered, or SEAL_KEY is not the key that sealed it.';

function decrypt(key: Buffer, sealed: string, purpose: string): string {
  const [version, encoded = ''] = sealed.split('.');
  const whole = Buffer.from(encoded, 'base64url');
  if (version !== VERSION || whole.length < NONCE_BYTES + TAG_BYTES) throw new Error('no seal');
  const end = whole.length - TAG_BYTES;
  const decipher = createDecipheriv(CIPHER, key, whole.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(bound(purpose)).setAuthTag(whole.subarray(end));
  return (
    decipher.update(whole.subarray(NONCE_BYTES, end), undefined, 'utf8') + decipher.final('utf8')
  );
}

function bound(purpose: string): Buffer {
  return Buffer.from(`imprimatur ${VERSION} ${purpose}`);
}

/**
 * Derives a key for one use from the seal key, so that no two uses share one
 * (HKDF with SHA-256, RFC 5869).
 *
 * @param label what the key is for, for example `api-keys`
 * @returns 32 bytes
 */
export function deriveKey(key: Buffer, label: string): Buffer {
  requireKey(key);
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `imprimatur ${label}`, KEY_BYTES));
}

function requireKey(key: Buffer): void {
  if (key.length !== KEY_BYTES) throw new Error(`A seal key has ${KEY_BYTES} bytes.`);
}
