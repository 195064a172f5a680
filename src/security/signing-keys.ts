import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';
import type { KeyPurpose } from '../domain/signing-keys.ts';

/** A public key as it stands in a JWK Set (RFC 7517): on P-256, or for Ed25519 (RFC 8037). */
export type PublicJwk = (
  | { kty: 'EC'; crv: 'P-256'; x: string; y: string; alg: 'ES256' }
  | { kty: 'OKP'; crv: 'Ed25519'; x: string; alg: 'Ed25519' }
) & { use: 'sig'; kid: string };

/** A key that signs, parsed: a PEM parsed anew for each signature is 8 times slower. */
export interface SigningKeyPair {
  /** RFC 7638 thumbprint of the public key. */
  kid: string;
  privateKey: KeyObject;
  publicKey: KeyObject;
  jwk: PublicJwk;
}

interface Kind {
  generate(): KeyObject;
  matches(key: KeyObject): boolean;
  refusal: string;
}

/** Each purpose has a kind of key of its own, so that no key can be taken for another's. */
const KINDS: Readonly<Record<KeyPurpose, Kind>> = {
  licence: {
    generate: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
    matches: (key) => key.asymmetricKeyDetails?.namedCurve === 'prime256v1',
    refusal: 'Licences are signed with P-256 keys (ES256) only.',
  },
  log: {
    generate: () => generateKeyPairSync('ed25519').privateKey,
    matches: (key) => key.asymmetricKeyType === 'ed25519',
    refusal: 'Checkpoints of the log are signed with Ed25519 keys only.',
  },
};

/** Makes a new key: ES256 for licences, Ed25519 for the log. */
export function generateSigningKey(purpose: KeyPurpose = 'licence'): SigningKeyPair {
  return describe(KINDS[purpose].generate());
}

/** The private key as PKCS #8 PEM: to be sealed before it is kept. */
export function exportPrivateKey(key: SigningKeyPair): string {
  return key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/**
 * Parses what `exportPrivateKey` wrote.
 *
 * @throws Error for another kind of key than the purpose has
 */
export function importPrivateKey(pem: string, purpose: KeyPurpose): SigningKeyPair {
  return describe(requireKind(createPrivateKey(pem), purpose));
}

/**
 * Parses a public key of a JWK Set.
 *
 * @throws Error for another kind of key than the purpose has
 */
export function importPublicKey(jwk: JsonWebKey, purpose: KeyPurpose): KeyObject {
  return requireKind(createPublicKey({ key: jwk, format: 'jwk' }), purpose);
}

function requireKind(key: KeyObject, purpose: KeyPurpose): KeyObject {
  const { matches, refusal } = KINDS[purpose];
  if (matches(key)) return key;
  throw new Error(refusal);
}

function describe(privateKey: KeyObject): SigningKeyPair {
  const publicKey = createPublicKey(privateKey);
  const given = publicKey.export({ format: 'jwk' });
  const { kty, x = '', y = '' } = given;
  const kid = thumbprint(given);
  const jwk: PublicJwk =
    kty === 'EC'
      ? { kty, crv: 'P-256', x, y, use: 'sig', alg: 'ES256', kid }
      : { kty: 'OKP', crv: 'Ed25519', x, use: 'sig', alg: 'Ed25519', kid };
  return { kid, privateKey, publicKey, jwk };
}

const THUMBPRINT_MEMBERS: Readonly<Record<string, readonly (keyof JsonWebKey)[]>> = {
  EC: ['crv', 'kty', 'x', 'y'],
  OKP: ['crv', 'kty', 'x'],
  RSA: ['e', 'kty', 'n'],
};

/**
 * The name of a key that anyone can compute: SHA-256 over its required members in lexicographic
 * order (RFC 7638 section 3; RFC 8037 section 2 for OKP), base64url.
 *
 * @throws Error for another key type
 */
export function thumbprint(jwk: JsonWebKey): string {
  const members = THUMBPRINT_MEMBERS[jwk.kty ?? ''];
  if (!members) throw new Error('A thumbprint needs an EC, OKP or RSA key.');
  const canonical = JSON.stringify(Object.fromEntries(members.map((name) => [name, jwk[name]])));
  return createHash('sha256').update(canonical).digest('base64url');
}
