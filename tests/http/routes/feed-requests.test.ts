import {
  addOutlet,
  type Decided,
  type Outlet,
  type Page,
  PUBLICATION,
  publish,
} from '../../support/seed.ts';
import { type ServedApp, serveApp } from '../../support/served-app.ts';

interface Problem {
  status: number;
  code: string;
  errors?: { pointer: string; code: string }[];
}
interface Asked extends Decided {
  articleId?: string;
  feed?: { publication: string; filter: object; backFill?: number };
}

const UNTIL = new Date(Date.now() + 20 * 86_400_000).toISOString();
const USE = { media: ['web'], territories: ['NO'], until: UNTIL };

let app: ServedApp;
let partner: Outlet;
beforeAll(async () => {
  app = await serveApp();
  partner = await addOutlet(app.admin, app.url);
});
afterAll(() => app.close());

const newcomer = () => addOutlet(app.admin, app.url, { tags: ['newcomer'] });
const feedOf = (filter: object = {}, more: object = {}) => ({
  feed: { publication: PUBLICATION, filter, ...more },
});
const refusedBody = async (body: object) =>
  (await partner.api.ask<Problem>('POST', '/v1/requests', { body })).body;
const pointers = (problem: Problem) => problem.errors?.map(({ pointer }) => pointer);

describe('asking for a feed', () => {
  test('is answered with the feed and the licence for it', async () => {
    const filter = { subject: ['ferries'], language: ['en'] };
    const body = { ...feedOf(filter, { backFill: 3 }), use: USE };
    const asked = (await partner.api.post<Asked>('/v1/requests', body)).body;
    expect(asked).toMatchObject({
      state: 'granted',
      feed: { publication: PUBLICATION, filter, backFill: 3 },
      licence: { feed: { publication: PUBLICATION, filter }, state: 'active' },
    });
    expect(asked).not.toHaveProperty('articleId');
    expect(asked.licence).not.toHaveProperty('article');
  });

  test('names an article or a feed, and not both', async () => {
    const articleId = await publish(app.admin);
    const neither = await refusedBody({ use: USE });
    expect(neither).toMatchObject({ status: 422, code: 'invalid-request' });
    expect(pointers(neither)).toEqual(['#/articleId']);
    expect(pointers(await refusedBody({ articleId, ...feedOf(), use: USE }))).toEqual(['#/feed']);
  });

  test.each<[string, object, string]>([
    ['an unknown condition', feedOf({ colour: ['red'] }), '#/feed/filter/colour'],
    ['an empty list', feedOf({ subject: [] }), '#/feed/filter/subject'],
    ['lengths that cross', feedOf({ minWords: 9, maxWords: 3 }), '#/feed/filter/maxWords'],
    ['too many to begin with', feedOf({}, { backFill: 1001 }), '#/feed/backFill'],
    ['no publication', { feed: { filter: {} } }, '#/feed/publication'],
  ])('is malformed with %s', async (_, feed, pointer) => {
    const problem = await refusedBody({ ...feed, use: USE });
    expect(problem.status).toBe(422);
    expect(pointers(problem)).toEqual([pointer]);
  });

  test('of a publication that is not there is not found', async () => {
    const problem = await refusedBody({ feed: { publication: 'nobody', filter: {} }, use: USE });
    expect(problem).toMatchObject({ status: 404, code: 'publication-not-found' });
  });

  test('beyond the terms is refused field by field', async () => {
    const use = { ...USE, media: ['app', 'broadcast'], languages: ['de'] };
    const { body } = await partner.api.post<Asked>('/v1/requests', { ...feedOf(), use });
    expect(body.state).toBe('refused');
    expect(body.reasons.map(({ pointer }) => pointer)).toEqual(['#/use/media', '#/use/languages']);
  });
});

describe('a feed that waits for a person', () => {
  async function waiting() {
    const outlet = await newcomer();
    const body = { ...feedOf({ language: ['en'] }), use: { ...USE, media: ['web', 'print'] } };
    await app.admin.put(`/v1/publications/${OPEN}`, OPEN_HOUSE);
    body.feed.publication = OPEN;
    const asked = (await outlet.api.post<Asked>('/v1/requests', body)).body;
    return { outlet, asked };
  }
  const OPEN = 'quay-review';
  const OPEN_HOUSE = {
    ...{ name: 'Quay Review', url: 'https://quay-review.example', language: 'en' },
    ...{ copyrightHolder: 'Quay Review', copyrightSince: 2015, contact: 'desk@quay.example' },
  };

  test('is told to the house by its name, and granted as far as the terms go', async () => {
    const { outlet, asked } = await waiting();
    expect(asked).toMatchObject({ state: 'pending', reasons: [{ code: 'no-policy' }] });
    const { items } = (await app.admin.get<Page<{ subject: string }>>('/v1/notices?limit=5')).body;
    expect(items.map(({ subject }) => subject)).toContain(
      'The Courier asks to reprint: every story of Quay Review, in en',
    );
    const granted = await app.admin.post<Asked>(`/v1/requests/${asked.id}/grant`, { terms: 'web' });
    expect(granted.body).toMatchObject({
      state: 'granted',
      licence: {
        feed: { publication: OPEN, filter: { language: ['en'] } },
        use: { media: ['web'] },
      },
    });
    const read = await outlet.api.get<Asked>(`/v1/requests/${asked.id}`);
    expect(read.body.licence?.id).toBe(granted.body.licence?.id);
  });

  test('is refused by a person, with the note', async () => {
    const { asked } = await waiting();
    const note = 'Not this year.';
    const { body } = await app.admin.post<Asked>(`/v1/requests/${asked.id}/refuse`, { note });
    expect(body).toMatchObject({ state: 'refused', feed: { publication: OPEN }, note });
  });

  test('is talked about, offered and accepted', async () => {
    const { outlet, asked } = await waiting();
    await app.admin.post(`/v1/requests/${asked.id}/messages`, {
      text: 'On the web we can.',
      offer: { terms: 'web' },
    });
    const { body } = await outlet.api.post<Asked>(`/v1/requests/${asked.id}/accept`, {});
    expect(body).toMatchObject({ state: 'granted', licence: { feed: { publication: OPEN } } });
  });

  test('cannot be granted under terms that are for one article', async () => {
    const { asked } = await waiting();
    await app.admin.put('/v1/terms/scoop', { exclusivity: { territories: ['NO'], days: 1 } });
    const { status, body } = await app.admin.ask<Problem & { detail: string }>(
      'POST',
      `/v1/requests/${asked.id}/grant`,
      { body: { terms: 'scoop' } },
    );
    expect({ status, pointers: pointers(body) }).toEqual({ status: 422, pointers: ['#/terms'] });
    expect(JSON.stringify(body.errors)).toContain('not for a feed');
  });
});
