import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';

/** A public key as it stands in the JWKS (RFC 7517, RFC 7518 section 6.2). */
export interface PublicJwk {
  kty: 'EC';
  crv: 'P-256';
  x: string;
  y: string;
  use: 'sig';
  alg: 'ES256';
  kid: string;
}

/** A key that signs licences, parsed: a PEM parsed anew for each signature is 8 times slower. */
export interface LicenceSigningKey {
  /** RFC 7638 thumbprint of the public key. */
  kid: string;
  privateKey: KeyObject;
  publicKey: KeyObject;
  jwk: PublicJwk;
}

/** Makes a new ES256 key. */
export function generateSigningKey(): LicenceSigningKey {
  return describe(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey);
}

/** The private key as PKCS #8 PEM: to be sealed before it is kept. */
export function exportPrivateKey(key: LicenceSigningKey): string {
  return key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/**
 * Parses what `exportPrivateKey` wrote.
 *
 * @throws Error for anything but a P-256 key
 */
export function importPrivateKey(pem: string): LicenceSigningKey {
  return describe(createPrivateKey(pem));
}

/**
 * Parses a public key of the JWKS.
 *
 * @throws Error for anything but a P-256 key
 */
export function importPublicKey(jwk: JsonWebKey): KeyObject {
  return requireP256(createPublicKey({ key: jwk, format: 'jwk' }));
}

function describe(privateKey: KeyObject): LicenceSigningKey {
  const publicKey = createPublicKey(requireP256(privateKey));
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const point = { kty: 'EC', crv: 'P-256', x, y } as const;
  const kid = thumbprint(point);
  return { kid, privateKey, publicKey, jwk: { ...point, use: 'sig', alg: 'ES256', kid } };
}

function requireP256(key: KeyObject): KeyObject {
  if (key.asymmetricKeyDetails?.namedCurve === 'prime256v1') return key;
  throw new Error('Licences are signed with P-256 keys (ES256) only.');
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
