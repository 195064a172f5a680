import {
  addOutlet,
  askForFeed,
  type Licence,
  type Outlet,
  PUBLICATION,
  publish,
} from '../../support/seed.ts';
import { type ServedApp, serveApp } from '../../support/served-app.ts';

interface Answer {
  valid: boolean;
  code: string;
  reason: string;
  article?: string;
  page?: { body?: string; footer?: string };
}

let app: ServedApp;
let outlet: Outlet;
let licence: Licence;

beforeAll(async () => {
  app = await serveApp();
  outlet = await addOutlet(app.admin, app.url);
  licence = await askForFeed(outlet.api, PUBLICATION, { subject: ['ferries'] });
});
afterAll(() => app.close());

const verify = async (more: object = {}) =>
  (await app.admin.post<Answer>('/v1/verify', { token: licence.token, ...more })).body;
const inFeed = (more: object = {}) => publish(app.admin, { subjects: ['ferries'], ...more });

test('a licence of a feed is valid by itself, and the answer says that no article was judged', async () => {
  expect(await verify()).toMatchObject({
    valid: true,
    code: 'valid',
    article: 'unjudged',
    reason: expect.stringContaining('no article was judged'),
  });
});

test('an article that the feed holds is covered', async () => {
  const articleId = await inFeed();
  expect(await verify({ articleId })).toMatchObject({ valid: true, article: 'covered' });
});

test('an article that the filter, its rights or its publication keep out is not covered', async () => {
  const elsewhere = 'pilot-weekly';
  await app.admin.put(`/v1/publications/${elsewhere}`, {
    ...{ name: 'Pilot Weekly', url: 'https://pilot-weekly.example', language: 'en' },
    ...{ copyrightHolder: 'Pilot Weekly', copyrightSince: 2020, contact: 'desk@pilot.example' },
  });
  const rights = { reprint: 'allowed', excludeOutlets: [outlet.id], excludeTerritories: [] };
  const outside = [
    await publish(app.admin, { subjects: ['weather'] }),
    await inFeed({ rights }),
    await inFeed({ rights: { reprint: 'refer' } }),
    await inFeed({ language: 'de' }),
    await inFeed({ publication: elsewhere }),
    '01957c1a-0000-7000-8000-000000000001',
    'no id at all',
  ];
  for (const articleId of outside) {
    expect(await verify({ articleId })).toMatchObject({ valid: false, code: 'claims-invalid' });
  }
});

test('an article that was killed or is withheld is answered so', async () => {
  const killed = await inFeed();
  await app.admin.post(`/v1/articles/${killed}/kill`, { reason: 'It was a rumour.' });
  expect(await verify({ articleId: killed })).toMatchObject({ code: 'article-killed' });
  const withheld = await inFeed();
  await app.admin.post(`/v1/articles/${withheld}/withhold`, { reason: 'A court asks.' });
  expect(await verify({ articleId: withheld })).toMatchObject({ code: 'article-killed' });
  await app.admin.post(`/v1/articles/${withheld}/release`, {});
  expect(await verify({ articleId: withheld })).toMatchObject({ code: 'valid' });
  expect(await verify()).toMatchObject({ code: 'valid' });
});

describe('a page with an article of the feed', () => {
  const BODY = '<p>The first silent pilot boat left the quay at dawn.</p><p>Two more follow.</p>';
  const footer = () =>
    '© 2011-2026 Harbour Letter Cooperative. From The Harbour Letter. ' +
    `Licence ${licence.id}: ${licence.verifyUrl}`;

  test('has the footer that the template makes of the article', async () => {
    const articleId = await inFeed();
    const html = `${BODY}<footer>${footer()}</footer>`;
    expect(await verify({ articleId, page: { html } })).toMatchObject({
      code: 'valid',
      page: { body: 'same', footer: 'same' },
    });
    const texts = { footerText: footer() };
    expect(await verify({ articleId, page: texts })).toMatchObject({ page: { footer: 'same' } });
  });

  test('is refused with another text or another footer', async () => {
    const articleId = await inFeed();
    const other = `${BODY.replace('silent', 'loud')}<footer>${footer()}</footer>`;
    expect(await verify({ articleId, page: { html: other } })).toMatchObject({
      code: 'body-altered',
    });
    const without = `${BODY}<footer>${footer().replace('2011', '2020')}</footer>`;
    expect(await verify({ articleId, page: { html: without } })).toMatchObject({
      code: 'footer-altered',
    });
  });

  test('cannot be judged while the article is not named', async () => {
    expect(await verify({ page: { html: BODY } })).toMatchObject({
      valid: false,
      code: 'claims-invalid',
      reason: expect.stringContaining('say which of its articles'),
    });
  });
});
