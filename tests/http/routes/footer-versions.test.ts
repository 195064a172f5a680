import { addOutlet, LETTER, type Page, STORY } from '../../support/seed.ts';
import { type ServedApp, serveApp } from '../../support/served-app.ts';

let app: ServedApp;
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app.close());

const save = (more: object, slug: string) =>
  app.admin.put(`/v1/publications/${slug}`, { ...LETTER, ...more });

interface Version {
  version: number;
  footerTemplate: unknown;
  name: string;
  copyrightHolder: string;
  createdAt: string;
}
const path = '/v1/publications/island-post/footer/versions';

test('every wording is listed, newest first, a page at a time', async () => {
  await save({ footerTemplate: '© {holder}' }, 'island-post');
  await save({ footerTemplate: { de: 'Aus {publication}' } }, 'island-post');
  await save({ footerTemplate: { de: 'Aus {publication}' }, name: 'Insel' }, 'island-post');
  const { items, next } = (await app.admin.get<Page<Version>>(`${path}?limit=2`)).body;
  expect(items).toEqual([
    {
      version: 3,
      footerTemplate: { de: 'Aus {publication}' },
      latestHeading: null,
      name: 'Insel',
      copyrightHolder: 'Harbour Letter Cooperative',
      createdAt: expect.stringMatching(/^20.+Z$/),
    },
    expect.objectContaining({ version: 2, name: 'The Harbour Letter' }),
  ]);
  const rest = (await app.admin.get<Page<Version>>(`${path}?limit=2&cursor=${next}`)).body;
  expect(rest.items.map(({ version, footerTemplate }) => [version, footerTemplate])).toEqual([
    [1, '© {holder}'],
  ]);
});

test('a publication that does not exist has none, and an outlet may not look', async () => {
  const none = await app.admin.ask<{ code: string }>(
    'GET',
    '/v1/publications/nowhere/footer/versions',
  );
  expect([none.status, none.body.code]).toEqual([404, 'publication-not-found']);
  const outlet = await addOutlet(app.admin, app.url);
  expect((await outlet.api.ask('GET', path)).status).toBe(403);
});
test('an article in a language without a footer is taken in with a notice', async () => {
  await save({ footerTemplate: { sv: '© {holder}', de: 'Aus {publication}' } }, 'two-tongues');
  const notices = async (language: string) => {
    const body = { ...STORY, publication: 'two-tongues', language };
    return (
      await app.admin.post<{ notices: { code: string; message: string }[] }>('/v1/articles', body)
    ).body.notices.filter(({ code }) => code === 'footer-language-missing');
  };
  expect(await notices('fi')).toEqual([
    {
      code: 'footer-language-missing',
      message: 'The publication has no footer for fi; its footer for de goes with this text.',
    },
  ]);
  expect(await notices('de-AT')).toEqual([]);
});
