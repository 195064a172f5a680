import { type LicenceFacts, licenceClaims } from '../../src/domain/claims.ts';
import { odrlAgreement } from '../../src/domain/rights/agreement.ts';
import { DEFAULT_TERMS } from '../../src/domain/terms.ts';
import { DAY, NOW } from './samples.ts';

const ID = '01957c1a-0000-7000-8000-000000000001';
const FIRST = '01957c1a-0000-7000-8000-000000000000';

const facts: LicenceFacts = {
  issuer: 'https://permissions.example',
  outlet: '01957c1a-0000-7000-8000-0000000000aa',
  origins: ['https://www.daily.example'],
  id: ID,
  series: ID,
  prev: null,
  issuedAt: NOW,
  use: {
    media: ['web'],
    territories: ['NO'],
    excludeTerritories: [],
    languages: ['en'],
    from: NOW + 1,
    until: NOW + DAY - 1,
    edits: 'none',
    images: 'none',
  },
  article: {
    id: '01957c1a-0000-7000-8000-0000000000bb',
    version: 2,
    href: 'https://gazette.example/tides',
    headline: 'High tides',
    lang: 'en',
    integrity: 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
  },
  footer: {
    text: 'First published by the Gazette.',
    integrity: 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
  },
  credit: {
    creditText: 'The Gazette',
    copyrightHolder: 'Gazette Press',
    copyrightYear: 2026,
    canonical: 'https://gazette.example/tides',
  },
  terms: {
    uri: 'https://permissions.example/terms/house/1',
    version: 1,
    integrity: 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
  },
  assigner: 'https://permissions.example/v1/publications/gazette',
  offered: DEFAULT_TERMS,
  status: { status_list: { idx: 4711, uri: 'https://permissions.example/status/q7' } },
  log: { origin: 'permissions.example/log', mmd: 3_600 },
};

test('a first licence says who, what, where and until when', () => {
  expect(licenceClaims(facts)).toEqual({
    iss: 'https://permissions.example',
    sub: '01957c1a-0000-7000-8000-0000000000aa',
    aud: ['https://www.daily.example'],
    jti: `urn:uuid:${ID}`,
    iat: NOW / 1000,
    nbf: NOW / 1000 + 1,
    exp: (NOW + DAY) / 1000 - 1,
    article: facts.article,
    footer: { ...facts.footer, required: true, position: 'after-body' },
    use: {
      media: ['web'],
      territories: ['NO'],
      languages: ['en'],
      from: '2026-03-01T06:00:01.000Z',
      until: '2026-03-02T05:59:59.000Z',
      edits: 'none',
      images: 'none',
    },
    credit: facts.credit,
    terms: facts.terms,
    odrl: odrlAgreement({
      licence: `urn:uuid:${ID}`,
      assigner: facts.assigner,
      assignee: `urn:uuid:${facts.outlet}`,
      target: `urn:uuid:${facts.article.id}`,
      version: 2,
      origins: facts.origins,
      use: { ...facts.use, from: NOW + 1000, until: NOW + DAY - 1000 },
      terms: DEFAULT_TERMS,
    }),
    status: facts.status,
    log: facts.log,
    correction: 'follow',
    series: `urn:uuid:${ID}`,
  });
});

test('a successor names the licence it replaces and the first of the chain', () => {
  expect(licenceClaims({ ...facts, series: FIRST, prev: FIRST })).toMatchObject({
    prev: `urn:uuid:${FIRST}`,
    series: `urn:uuid:${FIRST}`,
  });
});

test('terms decide whether a licence follows corrections', () => {
  const offered = { ...DEFAULT_TERMS, onCorrection: 'fixed' } as const;
  expect(licenceClaims({ ...facts, offered })).toMatchObject({ correction: 'fixed' });
});

test('a use that has begun is valid from the second in which it was issued', () => {
  const use = { ...facts.use, from: NOW + 998 };
  expect(licenceClaims({ ...facts, issuedAt: NOW + 999, use })).toMatchObject({
    iat: NOW / 1000,
    nbf: NOW / 1000,
  });
});

test('whole seconds stay as they are', () => {
  const use = { ...facts.use, from: NOW, until: NOW + DAY };
  expect(licenceClaims({ ...facts, use })).toMatchObject({
    nbf: NOW / 1000,
    exp: (NOW + DAY) / 1000,
  });
});

test.each([
  ['holds no whole second', { use: { ...facts.use, from: NOW + 1, until: NOW + 1999 } }],
  ['has no end', { use: { ...facts.use, until: Number.NaN } }],
  ['names no origin', { origins: [] }],
])('a licence that %s is a bug', (_what, wrong) => {
  expect(() => licenceClaims({ ...facts, ...wrong })).toThrow(/^Licence 01957c1a/);
});
