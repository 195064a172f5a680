import type { LicenceBundle } from '../../../src/verifier/index.ts';
import { askForFeed, PUBLICATION, publish, STORY } from '../../support/seed.ts';
import { openDesk, type VerifyDesk } from './open-desk.ts';

const { headline, canonicalUrl } = STORY;
const STANDS = { headline, canonicalUrl, years: '2011-2026' };

let desk: VerifyDesk;
/** Of a licence for a feed. */
let bundle: LicenceBundle;
/** What the outlet got of a story of the feed. */
let text: string;
let integrity: string;

beforeAll(async () => {
  desk = await openDesk();
  const { api } = desk.outlet;
  const { id } = await askForFeed(api, PUBLICATION, { subject: ['ferries'] });
  const story = await publish(desk.app.admin, { subjects: ['ferries'] });
  bundle = await desk.bundleOf(id);
  ({ text } = await api.get(`/v1/licences/${id}/articles/${story}`));
  const { body } = await desk.app.admin.get<{ integrity: string }>(`/v1/articles/${story}`);
  integrity = body.integrity;
});
afterAll(() => desk.close());

/** Holds a page against the licence, with what is told of the story on it. */
const hold = async (page: string, story: unknown) =>
  desk.verify(
    bundle,
    ...['--page', await desk.file('page.html', page)],
    ...['--story', await desk.file('story.json', story)],
  );

test('a page with a story of a feed is held against what is told of the story', async () => {
  const { code, out } = await hold(text, { ...STANDS, integrity });
  expect(code).toBe(0);
  expect(out).toMatch(/^story {5}none was judged$/m);
  expect(out).toMatch(/^body {6}same\nfooter {4}same$/m);
});

test.each([
  ['another text', () => text.replace('silent', 'loud'), {}, 'body-altered'],
  ['no footer', () => text.replace(/<footer.*?<\/footer>/s, ''), {}, 'footer-altered'],
  ['a footer of other years', () => text, { years: '2012-2026' }, 'footer-altered'],
])('a page with %s is refused', async (_what, page, told, refusal) => {
  const { code, out } = await hold(page(), { ...STANDS, integrity, ...told });
  expect([code, out]).toEqual([1, expect.stringContaining(`${refusal}: `)]);
});

test('without the digest of the story its text is not judged', async () => {
  const { code, out } = await hold(text.replace('silent', 'loud'), STANDS);
  expect([code, out]).toEqual([0, expect.stringMatching(/^footer {4}same$/m)]);
  expect(out).not.toMatch(/^body/m);
});

test('a page alone does not say which story of the feed is on it', async () => {
  const { code, out } = await desk.verify(bundle, '--page', await desk.file('page.html', text));
  expect([code, out]).toEqual([1, expect.stringContaining('say which of its articles')]);
});

test.each([
  ['no JSON', 'The pilot boat'],
  ['no years', { headline, canonicalUrl }],
  ['a digest that is none', { ...STANDS, integrity: 7 }],
])('a file with %s is told what it has to hold', async (_what, story) => {
  const { code, err } = await hold(text, story);
  expect([code, err]).toEqual([2, expect.stringContaining('headline, canonicalUrl and years')]);
});
