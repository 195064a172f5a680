import { createHash } from 'node:crypto';
import { addOutlet } from '../../support/seed.ts';
import { type ServedApp, serveApp } from '../../support/served-app.ts';

interface Saved {
  uri: string;
  version: number;
  integrity: string;
  sentences: { term: string; text: string; held: string }[];
}
interface Preset {
  name: string;
  terms: Record<string, unknown>;
  sentences: Saved['sentences'];
}
interface Problem {
  code: string;
  errors?: { pointer: string; code: string; detail: string }[];
}

let app: ServedApp;
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app.close());

const save = async (slug: string, terms: object) =>
  (await app.admin.put<Saved>(`/v1/terms/${slug}`, terms)).body;
const presets = async () =>
  (await app.admin.get<{ items: Preset[] }>('/v1/terms-presets')).body.items;
const pathOf = ({ uri }: Saved) => new URL(uri).pathname;

test('terms are served byte for byte as they were frozen, for ever', async () => {
  const saved = await save('weekly', { portion: { maxWords: 200 }, window: { offerDays: 7 } });
  const served = await fetch(app.url + pathOf(saved));
  const bytes = Buffer.from(await served.arrayBuffer());
  const digest = createHash('sha256').update(bytes).digest('base64');
  expect(saved.integrity).toBe(`sha256-${digest}`);
  expect(served.headers.get('cache-control')).toContain('immutable');
  await save('weekly', { portion: 'full' });
  const again = await (await fetch(app.url + pathOf(saved))).arrayBuffer();
  expect(Buffer.from(again)).toEqual(bytes);
});

test('the same terms are answered in words, and shown so to people', async () => {
  const saved = await save('words', {
    limits: { liveAtOnce: 2 },
    fee: { amount: 5, currency: 'EUR' },
  });
  expect(saved.sentences).toContainEqual({
    term: 'limits',
    text: 'An outlet holds at most 2 licences of this publication at once.',
    held: 'enforced',
  });
  const page = await (await fetch(`${app.url}${pathOf(saved)}.html`)).text();
  for (const { text, held } of saved.sentences) {
    const escaped = text.replaceAll('&', '&amp;');
    expect(page).toContain(`<li>${escaped} <small>(${held})</small></li>`);
  }
});

test('a contradiction is refused at its field, and nothing is saved', async () => {
  const body = {
    media: ['web'],
    limits: { copies: 10 },
    exclusivity: { territories: ['NO'], days: 3 },
  };
  const path = '/v1/terms/contradictory';
  const refused = await app.admin.ask<Problem>('PUT', path, { body });
  expect(refused.status).toBe(422);
  expect(refused.body.errors).toEqual([
    {
      pointer: '#/limits/copies',
      code: 'contradiction',
      detail: 'Copies are of print: add print to `media`, or leave this out.',
    },
  ]);
  expect((await app.admin.ask('GET', '/terms/contradictory/1')).status).toBe(404);
});

test('each preset can be saved as it is, and with what a publication changes', async () => {
  const offered = await presets();
  expect(offered.map(({ name }) => name)).toEqual([
    'non-profit-newsroom',
    'wire-subscriber',
    'magazine-reprint',
    'public-licence',
  ]);
  for (const { name, terms, sentences } of offered) {
    expect(await save(name, terms)).toMatchObject({ ...terms, sentences });
  }
  const [own] = offered;
  const changed = { ...own?.terms, media: ['newsletter'] };
  expect(await save('own', changed)).toMatchObject(changed);
});

test('presets are for those of the house', async () => {
  const outlet = await addOutlet(app.admin, app.url);
  expect((await outlet.api.ask('GET', '/v1/terms-presets')).status).toBe(403);
});
