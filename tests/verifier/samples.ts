import { type KeyObject, sign } from 'node:crypto';
import { type ArticleClaim, type LicenceClaims, licenceClaims } from '../../src/domain/claims.ts';
import { DEFAULT_TERMS } from '../../src/domain/terms.ts';
import { generateSigningKey } from '../../src/security/signing-keys.ts';
import { openKeyRing, type VerifyOptions, verifyLicence } from '../../src/verifier/index.ts';
import { integrityOf } from '../../src/verifier/page/canonical-text.ts';

export const DAY = 86_400_000;
export const NOW = Date.UTC(2026, 2, 1, 6);
export const LICENCE = '01957c1a-0000-7000-8000-000000000001';
const INTEGRITY = 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';

export const FOOTER = 'First published by the Gazette.';

export const KEY = generateSigningKey();
export const HEADER = { typ: 'reprint-licence+jwt', alg: 'ES256', kid: KEY.kid };

/** A licence for ten days from `NOW`, on one site in Norway. */
export const CLAIMS = forArticle(
  licenceClaims({
    issuer: 'https://permissions.example',
    outlet: '01957c1a-0000-7000-8000-0000000000aa',
    origins: ['https://www.daily.example', 'https://app.daily.example:8443'],
    id: LICENCE,
    series: LICENCE,
    prev: null,
    issuedAt: NOW,
    use: {
      media: ['web'],
      territories: ['NO'],
      excludeTerritories: [],
      languages: ['en'],
      from: NOW,
      until: NOW + 10 * DAY,
      edits: 'none',
      images: 'none',
    },
    article: {
      id: '01957c1a-0000-7000-8000-0000000000bb',
      version: 2,
      href: 'https://gazette.example/tides',
      headline: 'High tides – and low',
      lang: 'en',
      integrity: INTEGRITY,
    },
    footer: { text: FOOTER, integrity: integrityOf(FOOTER) },
    credit: {
      creditText: 'The Gazette',
      copyrightHolder: 'Gazette Press',
      copyrightYear: 2026,
      canonical: 'https://gazette.example/tides',
    },
    terms: { uri: 'https://permissions.example/terms/house/1', version: 1, integrity: INTEGRITY },
    assigner: 'https://permissions.example/v1/publications/gazette',
    offered: DEFAULT_TERMS,
    status: { status_list: { idx: 4711, uri: 'https://permissions.example/status/q7' } },
    log: { origin: 'permissions.example/log', mmd: 3_600 },
  }),
);

function forArticle(claims: LicenceClaims): Extract<LicenceClaims, { article: ArticleClaim }> {
  if (!claims.article) throw new Error('the sample is for an article');
  return claims;
}

/** Knows the sample key and issuer, one hour into the licence, and takes it to stand. */
export const OPTIONS: VerifyOptions = {
  keys: await openKeyRing([{ jwk: { ...KEY.jwk }, state: 'active' }]),
  standing: 'skip',
  issuer: 'https://permissions.example',
  aliases: ['https://old.permissions.example'],
  now: NOW + 3_600_000,
};

/** Signs any two texts as a JWS, well-formed or not, by hand: no library would write these. */
export function forgeText(header: string, payload: string, key: KeyObject = KEY.privateKey) {
  const signed = [header, payload].map((part) => Buffer.from(part).toString('base64url')).join('.');
  const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' });
  return `${signed}.${signature.toString('base64url')}`;
}

/** Signs the sample licence with members changed; a member set to undefined is left out. */
export function forge(
  { header = {}, claims = {} }: { header?: object; claims?: object } = {},
  key?: KeyObject,
) {
  const payload = JSON.stringify({ ...CLAIMS, ...claims });
  return forgeText(JSON.stringify({ ...HEADER, ...header }), payload, key);
}

/** What our verifier says of a token, with other options than the sample's where they are given. */
export function judge(token: string, more: Partial<VerifyOptions> = {}) {
  return verifyLicence(token, { ...OPTIONS, ...more });
}

export async function codeOf(token: string, more: Partial<VerifyOptions> = {}) {
  return (await judge(token, more)).code;
}
