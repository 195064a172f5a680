import { createHmac, createPublicKey, type KeyObject, sign } from 'node:crypto';
import type { SigningKey } from '../../src/context.ts';
import { generateSigningKey } from '../../src/security/signing-keys.ts';
import type { VerdictCode } from '../../src/verifier/index.ts';

/** A genuine licence and the keys of its issuer: whoever attacks may have all but the secrets. */
export interface Victim {
  token: string;
  active: SigningKey;
  log: SigningKey;
}

/** A string that is handed in as a licence, and the one answer to it. */
export type LicenceAttack = readonly [name: string, token: string, code: VerdictCode];

type Json = Record<string, unknown>;

const encode = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const decode = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString()) as Json;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Signs any header and payload by hand: no library would write these. */
export function forgery(key: KeyObject, header: unknown, payload: unknown): string {
  const signed = `${encode(header)}.${encode(payload)}`;
  const isEd = key.asymmetricKeyType === 'ed25519';
  const signature = isEd
    ? sign(null, Buffer.from(signed), key)
    : sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' });
  return `${signed}.${signature.toString('base64url')}`;
}

/** Every attack on the string, the header, the key and the claims of a licence. */
export function licenceAttacks({ token, active, log }: Victim): LicenceAttack[] {
  const [head = '', body = '', signature = ''] = token.split('.');
  const header = decode(head);
  const claims = decode(body);
  const ours = active.privateKey;
  const other = generateSigningKey('licence');
  const withHeader = (more: Json, key = ours) => forgery(key, { ...header, ...more }, claims);
  const withClaims = (more: Json) => forgery(ours, header, { ...claims, ...more });
  const text = JSON.stringify(claims);
  return [
    ...onString(token, { head, body, signature }),
    [
      'two key ids',
      forgery(ours, `{"kid":"x",${JSON.stringify(header).slice(1)}`, text),
      'duplicate-members',
    ],
    ['two ends', forgery(ours, header, `{"exp":9999999999,${text.slice(1)}`), 'duplicate-members'],
    ...onHeader(withHeader, { header, claims, active, other: other.privateKey }),
    ['a status list', withHeader({ typ: 'statuslist+jwt' }), 'wrong-type'],
    [
      'a key of the log by its own algorithm',
      withHeader({ alg: 'EdDSA', kid: log.kid }, log.privateKey),
      'algorithm-refused',
    ],
    [
      'a key of the log under our algorithm',
      withHeader({ kid: log.kid }, log.privateKey),
      'unknown-key',
    ],
    ['another key under our id', withHeader({}, other.privateKey), 'signature-invalid'],
    [
      'a key that it brings along',
      withHeader({ jwk: other.jwk, kid: undefined }, other.privateKey),
      'unknown-key',
    ],
    [
      'a key that it brings along under our id',
      withHeader({ jwk: other.jwk }, other.privateKey),
      'signature-invalid',
    ],
    [
      'a key that it says where to fetch',
      withHeader({ jku: 'http://127.0.0.1:1/jwks.json', kid: other.kid }, other.privateKey),
      'unknown-key',
    ],
    [
      'a certificate that it brings along',
      withHeader({ x5c: ['MIIB'], kid: other.kid }, other.privateKey),
      'unknown-key',
    ],
    ...onClaims(withClaims, claims),
  ];
}

function onString(
  token: string,
  { head, body, signature }: { head: string; body: string; signature: string },
): LicenceAttack[] {
  const last = ALPHABET.indexOf(token.at(-1) ?? '');
  const altered = encode({ ...decode(body), exp: 9_999_999_999 });
  return [
    ['nothing that is signed', 'x', 'malformed'],
    ['two parts', `${head}.${body}`, 'malformed'],
    ['four parts', `${token}.x`, 'malformed'],
    ['five parts', 'a.b.c.d.e', 'malformed'],
    ['padding', `${token}==`, 'malformed'],
    ['more than 16 KiB', `${token}${'A'.repeat(16 * 1024)}`, 'too-large'],
    ['an altered payload', `${head}.${altered}.${signature}`, 'signature-invalid'],
    ['no signature', `${head}.${body}.`, 'signature-invalid'],
    ['a signature of zeros', `${head}.${body}.${'A'.repeat(86)}`, 'signature-invalid'],
    [
      'a last character that says something else',
      token.slice(0, -1) + ALPHABET[last ^ 32],
      'signature-invalid',
    ],
    ['a last character that says the same', token.slice(0, -1) + ALPHABET[last ^ 1], 'valid'],
  ];
}

function onHeader(
  withHeader: (more: Json, key?: KeyObject) => string,
  { header, claims, active }: { header: Json; claims: Json; active: SigningKey; other: KeyObject },
): LicenceAttack[] {
  const pem = createPublicKey(active.privateKey).export({ type: 'spki', format: 'pem' });
  const hs256 = `${encode({ ...header, alg: 'HS256' })}.${encode(claims)}`;
  const mac = createHmac('sha256', pem).update(hs256).digest('base64url');
  return [
    ['no type', withHeader({ typ: undefined }), 'wrong-type'],
    ['the type of any JWT', withHeader({ typ: 'JWT' }), 'wrong-type'],
    ['"none"', `${encode({ ...header, alg: 'none' })}.${encode(claims)}.`, 'algorithm-refused'],
    ['"nOnE"', `${encode({ ...header, alg: 'nOnE' })}.${encode(claims)}.`, 'algorithm-refused'],
    ['HS256 with the public key as its secret', `${hs256}.${mac}`, 'algorithm-refused'],
    ['another algorithm than the key has', withHeader({ alg: 'ES384' }), 'algorithm-refused'],
    ['an unknown extension', withHeader({ crit: ['x'], x: 1 }), 'critical-header'],
    ['no key id', withHeader({ kid: undefined }), 'unknown-key'],
    ['a foreign key id', withHeader({ kid: 'x' }), 'unknown-key'],
    ['a key id that is a list', withHeader({ kid: [active.kid] }), 'unknown-key'],
  ];
}

function onClaims(withClaims: (more: Json) => string, claims: Json): LicenceAttack[] {
  const { iss, nbf, exp, use, odrl, footer } = claims as Json & { nbf: number; exp: number };
  return [
    ['an issuer that ours begins', withClaims({ iss: `${iss}.evil.example` }), 'wrong-issuer'],
    ['an issuer with a slash', withClaims({ iss: `${iss}/` }), 'wrong-issuer'],
    ['no issuer', withClaims({ iss: undefined }), 'wrong-issuer'],
    ['no end', withClaims({ exp: undefined }), 'claims-missing'],
    ['no beginning', withClaims({ nbf: undefined }), 'claims-missing'],
    [
      'an end that is null, as jsonwebtoken writes NaN',
      withClaims({ exp: null }),
      'claims-invalid',
    ],
    ['an end in text', withClaims({ exp: String(exp) }), 'claims-invalid'],
    [
      'an end in milliseconds, as jsonwebtoken reads "120"',
      withClaims({ exp: exp * 1000 }),
      'claims-invalid',
    ],
    ['an end before its beginning', withClaims({ exp: nbf - 1 }), 'claims-invalid'],
    ['an end that is over', withClaims({ nbf: 1, exp: 2 }), 'expired'],
    ['a beginning ahead', withClaims({ nbf: exp + 1, exp: exp + 2 }), 'not-yet-valid'],
    ['no name', withClaims({ jti: undefined }), 'claims-missing'],
    ['no status', withClaims({ status: undefined }), 'claims-missing'],
    ['a later end than its agreement', withClaims({ exp: exp + 1 }), 'terms-disagree'],
    [
      'other times of use',
      withClaims({ use: Object.assign({}, use, { until: '2099-01-01T00:00:00Z' }) }),
      'terms-disagree',
    ],
    [
      'an agreement with somebody else',
      withClaims({ odrl: Object.assign({}, odrl, { assignee: 'x' }) }),
      'terms-disagree',
    ],
    [
      'another footer than was hashed',
      withClaims({ footer: Object.assign({}, footer, { text: 'x' }) }),
      'terms-disagree',
    ],
  ];
}
