import { type LicenceClaims, licenceClaims } from '../../src/domain/claims.ts';
import type { Feed } from '../../src/domain/feed.ts';
import { DEFAULT_TERMS } from '../../src/domain/terms.ts';
import { readUse } from '../../src/domain/use.ts';
import type { LicenceClaims as ReadClaims, Standing } from '../../src/verifier/index.ts';
import { integrityOf } from '../../src/verifier/page/canonical-text.ts';
import { CLAIMS, forge, judge, LICENCE, NOW } from './samples.ts';

const TEMPLATE =
  '© {years} {holder}. “{headline}” first in {publication}, {canonicalUrl}: {licenceId}.';
const FILTER = {
  subject: ['tides'],
  language: ['en'],
  maxAgeHours: 1.5,
  minWords: 10,
  maxWords: 90,
};
const ARTICLE = '01957c1a-0000-7000-8000-0000000000bb';
const BODY = 'The tide was high at noon.';
const STORY = {
  headline: 'High tides',
  canonicalUrl: 'https://gazette.example/high-tides',
  years: '2009-2026',
  integrity: integrityOf(BODY),
};
const FOOTER =
  '© 2009-2026 Gazette Press. “High tides” first in The Gazette, ' +
  `https://gazette.example/high-tides: ${LICENCE}.`;

function feedClaims(filter: Feed['filter'] = FILTER): LicenceClaims {
  const href = 'https://permissions.example/v1/articles?publication=gazette';
  return licenceClaims({
    ...{
      issuer: CLAIMS.iss,
      outlet: CLAIMS.sub,
      origins: CLAIMS.aud,
      id: LICENCE,
      series: LICENCE,
    },
    ...{ prev: null, issuedAt: NOW, use: readUse(CLAIMS.use), credit: CLAIMS.credit },
    ...{ terms: CLAIMS.terms, assigner: CLAIMS.odrl.assigner, offered: DEFAULT_TERMS },
    ...{ status: CLAIMS.status, log: CLAIMS.log },
    feed: { publication: 'gazette', filter, href },
    footer: { template: TEMPLATE, integrity: integrityOf(TEMPLATE) },
  });
}

function token(changes: object = {}, filter: Feed['filter'] = FILTER): string {
  return forge({ claims: { ...feedClaims(filter), article: undefined, ...changes } });
}
const code = async (changes: object, more = {}) => (await judge(token(changes), more)).code;
const standing = (known: Partial<Standing>) => ({
  standing: (): Standing => ({ state: 'active', ...known }),
});

test('what we write into a licence of a feed is what a reader expects there', async () => {
  const read: ReadClaims = feedClaims();
  expect(read).not.toHaveProperty('article');
  expect(await judge(token())).toMatchObject({ code: 'valid', article: 'unjudged' });
  expect(await judge(token({}, {}))).toMatchObject({ code: 'valid' });
});

test.each([
  ['no template', { footer: CLAIMS.footer }, 'claims-missing'],
  ['an article too', { article: CLAIMS.article }, 'claims-invalid'],
  [
    'a filter with an empty list',
    { feed: { publication: 'gazette', filter: { subject: [] } } },
    'claims-invalid',
  ],
  [
    'a filter with words for a number',
    { feed: { publication: 'gazette', filter: { maxWords: 'few' } } },
    'claims-invalid',
  ],
  ['another publication', { feed: { publication: 'courier', filter: FILTER } }, 'terms-disagree'],
  ['a wider filter', { feed: { publication: 'gazette', filter: {} } }, 'terms-disagree'],
  [
    'a filter of as many others',
    { feed: { publication: 'gazette', filter: { ...FILTER, subject: ['law'] } } },
    'terms-disagree',
  ],
  [
    'a condition that nobody knows',
    { feed: { publication: 'gazette', filter: { mood: ['good'] } } },
    'terms-disagree',
  ],
  ['the target of an article', { odrl: CLAIMS.odrl }, 'terms-disagree'],
])('a licence of a feed with %s is none', async (_what, changes, expected) => {
  expect(await code(changes)).toBe(expected);
});

test('whether the feed covers an article is for the record to say', async () => {
  const articleId = ARTICLE;
  const asked = (known: Partial<Standing>) => judge(token(), { articleId, ...standing(known) });
  expect(await asked({ articleCovered: true })).toMatchObject({
    code: 'valid',
    article: 'covered',
  });
  expect(await asked({ articleCovered: false })).toMatchObject({ code: 'claims-invalid' });
  expect(await asked({ articleKilled: true, articleCovered: false })).toMatchObject({
    code: 'article-killed',
  });
  expect(await asked({})).toMatchObject({ code: 'valid', article: 'unjudged' });
});

describe('a page with an article of a feed', () => {
  const html = (body = BODY, footer = FOOTER) => ({
    html: `<p>${body}</p><footer>${footer}</footer>`,
  });

  test('is held against the footer that the template makes', async () => {
    expect(await judge(token(), { feedArticle: STORY, page: html() })).toMatchObject({
      code: 'valid',
      page: { body: 'same', footer: 'same' },
    });
    const page = html(BODY, FOOTER.replace('Gazette Press', 'Somebody'));
    expect(await code({}, { feedArticle: STORY, page })).toBe('footer-altered');
    expect(await code({}, { feedArticle: STORY, page: html('The tide was low.') })).toBe(
      'body-altered',
    );
  });

  test('is looked up where a source was given, and its body judged only by a digest', async () => {
    const { integrity: _none, ...told } = STORY;
    const feedArticle = (_claims: ReadClaims, id: string) => (id === ARTICLE ? told : undefined);
    const page = html('The tide was low.');
    const found = await judge(token(), { articleId: ARTICLE, feedArticle, page });
    expect(found).toMatchObject({ code: 'valid', page: { footer: 'same' } });
    expect(found.page).not.toHaveProperty('body');
  });

  test('is refused where nobody says which article it is', async () => {
    const failing = () => {
      throw new Error('no record here');
    };
    for (const more of [{}, { articleId: ARTICLE, feedArticle: failing }]) {
      expect(await judge(token(), { page: html(), ...more })).toMatchObject({
        code: 'claims-invalid',
        reason: expect.stringContaining('say which of its articles'),
      });
    }
  });
});
