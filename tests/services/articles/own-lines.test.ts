import { findVersion } from '../../../src/db/articles.ts';
import { putInArticle } from '../../../src/services/articles/put-in-article.ts';
import { readPublication } from '../../../src/services/publications/read-publications.ts';
import { publicationOf, savePublication } from '../../../src/services/save-publication.ts';
import { type TestService, testService } from '../../support/context.ts';
import { openNewsroom, STORY } from '../../support/newsroom.ts';

let service: TestService;
beforeAll(async () => {
  service = await testService();
});
afterAll(() => service.close());

/** A newsroom that was called otherwise, with other words under its texts, before. */
async function renamedNewsroom() {
  const { admin, slug } = await openNewsroom(service);
  const now = publicationOf(await readPublication(admin, slug));
  const footerTemplate = 'First seen in {publication} and lent to you by {holder}, {years}.';
  const latestBlock = { count: 0, heading: 'Meanwhile at {publication}' };
  await savePublication(admin, { ...now, footerTemplate, latestBlock });
  await savePublication(admin, { ...now, name: 'Sound Wire', copyrightHolder: 'Sound Wire Ltd' });
  return {
    async putIn(...lines: string[]) {
      const content = { ...STORY, images: [], body: { text: lines.join('\n\n') } };
      const facts = { publication: slug, externalId: null, replaces: null, content };
      const { id, notices } = await putInArticle(admin, facts);
      const version = await findVersion(service.db, id, 1);
      return { body: version?.body, codes: notices.map(({ code }) => code) };
    },
  };
}

const STORY_LINE = 'The evening ferry will call again from May, says the harbour master.';
const kept = `<p>${STORY_LINE}</p>`;

test('a footer in former words under a former name is cut', async () => {
  const newsroom = await renamedNewsroom();
  const former =
    'First seen in Harbour News and lent to you by Harbour News Cooperative, 2009-2024.';
  const { body, codes } = await newsroom.putIn(STORY_LINE, former);
  expect(body).toBe(kept);
  expect(codes).toContain('footer-removed');
});

const copyright = 'Copyright 2024 Harbour News Cooperative';

test.each([
  'Meanwhile at Harbour News',
  'Latest news from Harbour News',
  'Neueste Nachrichten von Sound Wire',
])('teasers under %j are cut with the copyright line above them', async (heading) => {
  const newsroom = await renamedNewsroom();
  const { body } = await newsroom.putIn(STORY_LINE, copyright, heading, 'Quay repaired');
  expect(body).toBe(kept);
});

test('words that no footer of this house ever had stay', async () => {
  const newsroom = await renamedNewsroom();
  const other = 'First heard in Harbour News and sold to you by somebody else, 2009-2024.';
  const { body, codes } = await newsroom.putIn(STORY_LINE, other);
  expect(body).toContain(other);
  expect(codes).not.toContain('footer-removed');
});
