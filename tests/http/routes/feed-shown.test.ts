import { decodeJwt } from 'jose';
import { verifyBundle } from '../../../src/verifier/index.ts';
import { readPdf } from '../../support/read-pdf.ts';
import {
  addOutlet,
  askForFeed,
  type Licence,
  type Outlet,
  type Page,
  PUBLICATION,
} from '../../support/seed.ts';
import { type ServedApp, serveApp } from '../../support/served-app.ts';

interface Asked {
  wouldBe: string;
  articleId?: string;
  feed?: { publication: string; filter: object };
}

let app: ServedApp;
let partner: Outlet;
beforeAll(async () => {
  app = await serveApp();
  partner = await addOutlet(app.admin, app.url);
});
afterAll(() => app.close());

describe('a feed is shown', () => {
  let licence: Licence;
  beforeAll(async () => {
    licence = await askForFeed(partner.api, PUBLICATION, { subject: ['piers'] });
  });

  test('in the lists of its publication', async () => {
    const path = `?publication=${PUBLICATION}&outlet=${partner.id}`;
    const licences = (await app.admin.get<Page<Licence>>(`/v1/licences${path}`)).body.items;
    expect(licences.map(({ id }) => id)).toContain(licence.id);
    const requests = (await app.admin.get<Page<Asked>>(`/v1/requests${path}`)).body.items;
    expect(requests.some(({ feed }) => JSON.stringify(feed).includes('piers'))).toBe(true);
    const none = await app.admin.get<Page<Asked>>('/v1/requests?publication=nobody');
    expect(none.body.items).toEqual([]);
  });

  test('on its public page and on its certificate', async () => {
    const words = 'every story of The Harbour Letter on piers';
    const page = await app.admin.get(`/licences/${licence.id}`);
    expect(page.text).toContain(words);
    const { bytes } = await partner.api.get(`/v1/licences/${licence.id}/certificate`);
    const pdf = await readPdf(bytes);
    expect(pdf.text).toContain(words);
    expect(pdf.text).toContain('each article of the feed');
  });

  test('to machines, as an asset that is refined by the filter', async () => {
    const { body } = await partner.api.get<{ odrl: object }>(`/v1/licences/${licence.id}/rights`);
    expect(body.odrl).toMatchObject({
      target: {
        '@type': 'AssetCollection',
        source: `https://rights.example/v1/articles?publication=${PUBLICATION}`,
        refinement: [{ operator: 'isAnyOf', rightOperand: ['piers'] }],
      },
    });
    expect(decodeJwt(licence.token)).toMatchObject({ odrl: body.odrl });
  });

  test('in its timeline', async () => {
    type Line = { text: string };
    const { body } = await app.admin.get<Page<Line>>(`/v1/licences/${licence.id}/timeline`);
    const lines = JSON.stringify(body);
    expect(lines).toContain(`every story of ${PUBLICATION} on piers`);
  });

  test('in a bundle that verifies with no network', async () => {
    await app.seal();
    const { text } = await partner.api.get(`/v1/licences/${licence.id}/bundle`);
    const verdict = await verifyBundle(text, { now: Date.now() });
    expect(verdict).toMatchObject({ code: 'valid', article: 'unjudged' });
  });
});

describe('what would be decided of a feed', () => {
  test('is explained rule by rule', async () => {
    const until = new Date(Date.now() + 20 * 86_400_000).toISOString();
    const use = { media: ['web'], territories: ['NO'], until };
    const feed = { publication: PUBLICATION, filter: { language: ['en'] } };
    const body = { outlet: partner.id, feed, use };
    const { body: told } = await app.admin.post<object>('/v1/explain', body);
    expect(told).toMatchObject({ outcome: 'granted', rights: { says: [] } });
  });

  test('is tried with a draft of the policy', async () => {
    const rule = { when: { article: { subject: ['law'] } }, reason: 'Law is for all.' };
    const policy = { rules: [{ name: 'law', effect: 'grant', ...rule }] };
    const { body } = await app.admin.post<{ requests: Asked[] }>(
      `/v1/publications/${PUBLICATION}/policy/dry-run`,
      { policy, last: 50 },
    );
    const feeds = body.requests.filter(({ feed }) => feed);
    expect(feeds.length).toBeGreaterThan(0);
    expect(feeds.every(({ wouldBe, articleId }) => wouldBe === 'pending' && !articleId)).toBe(true);
  });
});
