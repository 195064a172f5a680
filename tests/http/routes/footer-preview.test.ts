import {
  addOutlet,
  ask,
  askForLicence,
  FOOTER,
  LETTER,
  type Outlet,
  type Page,
  PUBLICATION,
  publish,
} from '../../support/seed.ts';
import { type ServedApp, serveApp } from '../../support/served-app.ts';

const NIL = '00000000-0000-0000-0000-000000000000';
const PREVIEW = `/v1/publications/${PUBLICATION}/footer/preview`;

interface Preview {
  footer: { text: string };
  template: string;
  language: string | null;
  content: { mediaType: string; text: string };
}
interface Problem {
  code: string;
  errors?: { pointer: string; code: string }[];
}

let app: ServedApp;
let outlet: Outlet;
beforeAll(async () => {
  app = await serveApp();
  outlet = await addOutlet(app.admin, app.url);
});
afterAll(() => app.close());

const save = (more: object, slug = PUBLICATION) =>
  app.admin.put(`/v1/publications/${slug}`, { ...LETTER, ...more });

const preview = async (body: object) =>
  (await app.admin.post<Preview>(PREVIEW, body, { status: 200 })).body;
const refused = async (body: object, path = PREVIEW) => {
  const { status, body: problem } = await app.admin.ask<Problem>('POST', path, { body });
  return [status, problem.code, problem.errors?.map(({ pointer, code }) => [pointer, code])];
};

test('without an outlet it shows the footer under a number that is none', async () => {
  const articleId = await publish(app.admin);
  const { footer, template, language, content } = await preview({ articleId });
  expect(footer.text).toBe(
    `© 2011-2026 Harbour Letter Cooperative. From The Harbour Letter. Licence ${NIL}: https://rights.example/licences/${NIL}`,
  );
  expect([template, language, content.mediaType]).toEqual([
    FOOTER,
    null,
    'text/html; charset=utf-8',
  ]);
  expect(content.text).toContain('silent');
  expect(content.text).toContain(NIL);
});

test('to an outlet with a licence it shows, byte for byte, what that outlet gets', async () => {
  const images = [
    { url: 'https://harbour-letter.example/boat.jpg', alt: 'The boat', reuse: 'withStory' },
  ];
  const terms = { media: ['web'], window: { maxDays: 90 }, images: 'withStory' };
  await app.admin.put('/v1/terms/web', terms);
  const articleId = await publish(app.admin, { images });
  const licence = await askForLicence(outlet.api, articleId, { images: 'withStory' });
  for (const format of ['html', 'text', 'json', 'markdown']) {
    const { footer, content } = await preview({ articleId, outlet: outlet.id, format });
    const got = await outlet.api.get(`/v1/licences/${licence.id}/article?format=${format}`);
    expect(footer.text).toBe(licence.footer);
    expect(content.text).toBe(got.text);
  }
});

test('each outlet sees its own number, and one that has only asked sees none', async () => {
  const articleId = await publish(app.admin);
  const newcomer = await addOutlet(app.admin, app.url, { tags: ['newcomer'] });
  const second = await addOutlet(app.admin, app.url);
  await ask(newcomer.api, articleId);
  const licence = await askForLicence(second.api, articleId);
  const shown = async (id: string) => (await preview({ articleId, outlet: id })).footer.text;
  expect(await shown(second.id)).toContain(licence.id);
  expect(await shown(newcomer.id)).toContain(NIL);
});

test('a template that is sent is tried, and the publication keeps its own', async () => {
  const articleId = await publish(app.admin, { language: 'ar', headline: 'قارب <b>جديد</b>' });
  const footerTemplate = { ar: '© {years} {holder} – {headline}', en: 'In English' };
  const tried = await preview({ articleId, footerTemplate });
  expect(tried.footer.text).toBe('© 2011-2026 Harbour Letter Cooperative – قارب <b>جديد</b>');
  expect([tried.template, tried.language]).toEqual([footerTemplate.ar, 'ar']);
  expect(tried.content.text).toContain('قارب &lt;b&gt;جديد&lt;/b&gt;');
  expect((await preview({ articleId })).template).toBe(FOOTER);
  const own = await preview({ articleId, footerTemplate: null, format: 'text' });
  expect(own.footer.text).toContain('reprinted by permission under licence');
});

test('where there is no wording for the language it says whose stands in', async () => {
  const articleId = await publish(app.admin, { language: 'fi' });
  const footerTemplate = { sv: '© {holder}', de: 'Aus {publication}' };
  expect(await preview({ articleId, footerTemplate })).toMatchObject({
    template: 'Aus {publication}',
    language: 'de',
  });
});

test.each([
  ['Pacific/Kiritimati', '2025-12-31T09:59:59Z', '2011-2025'],
  ['Pacific/Kiritimati', '2025-12-31T10:00:00Z', '2011-2026'],
  ['Europe/Oslo', '2025-12-31T23:30:00Z', '2011-2026'],
  ['Etc/GMT+12', '2026-01-01T11:59:59Z', '2011-2025'],
  ['UTC', '2011-06-01T00:00:00Z', '2011'],
])('in %s a story of %s is of %s', async (timeZone, publishedAt, years) => {
  await save({ timeZone }, 'sea-post');
  const articleId = await publish(app.admin, { publication: 'sea-post', publishedAt });
  const path = '/v1/publications/sea-post/footer/preview';
  const body = { articleId, footerTemplate: '© {years}' };
  const shown = await app.admin.post<Preview>(path, body, { status: 200 });
  expect(shown.body.footer.text).toBe(`© ${years}`);
});

test('names with placeholders, markup and marks of direction stay as they are', async () => {
  const name = '\u200fהנמל <i>{holder}</i>\u200e';
  await save({ name, copyrightHolder: '{years} & {name}' }, 'odd-post');
  const articleId = await publish(app.admin, { publication: 'odd-post', language: 'he' });
  const path = '/v1/publications/odd-post/footer/preview';
  const body = { articleId, footerTemplate: '{publication}, {holder}', format: 'text' };
  const shown = (await app.admin.post<Preview>(path, body, { status: 200 })).body;
  expect(shown.footer.text).toBe(`${name}, {years} & {name}`);
  expect(shown.content.text).toContain('{years} & {name}');
});

test('what cannot be shown is refused, and says where', async () => {
  const articleId = await publish(app.admin);
  await save({}, 'other-post');
  const elsewhere = '/v1/publications/other-post/footer/preview';
  const nowhere = '/v1/publications/nowhere/footer/preview';
  expect(await refused({ articleId: NIL })).toEqual([404, 'article-not-found', undefined]);
  expect(await refused({ articleId }, elsewhere)).toEqual([404, 'article-not-found', undefined]);
  expect(await refused({ articleId }, nowhere)).toEqual([404, 'publication-not-found', undefined]);
  expect(await refused({ articleId, outlet: articleId })).toEqual([
    404,
    'outlet-not-found',
    undefined,
  ]);
  const wrong = { articleId, format: 'pdf', footerTemplate: { en: '{author}', de: '© {' } };
  expect(await refused(wrong)).toEqual([
    422,
    'invalid-request',
    [
      ['#/format', 'unknown-format'],
      ['#/footerTemplate/en', 'unknown-placeholder'],
      ['#/footerTemplate/de', 'unknown-placeholder'],
    ],
  ]);
  const empty = await refused({ articleId, footerTemplate: '\u200b' });
  expect(empty.slice(0, 2)).toEqual([422, 'invalid-request']);
});

test('nothing is written, and an outlet may not look', async () => {
  const articleId = await publish(app.admin);
  const events = async () => (await app.admin.get<Page<object>>('/v1/events')).body.items;
  const before = await events();
  await preview({ articleId, footerTemplate: '© {holder}' });
  expect(await events()).toEqual(before);
  const tried = await outlet.api.ask('POST', PREVIEW, { body: { articleId } });
  expect(tried.status).toBe(403);
});
