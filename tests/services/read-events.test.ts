import { record } from '../../src/db/events.ts';
import { revokeLicence } from '../../src/services/licences/change-licence.ts';
import { readEvents } from '../../src/services/read-events.ts';
import { type TestService, testService } from '../support/context.ts';
import { openNewsroom } from '../support/newsroom.ts';

let service: TestService;
let licence: { id: string; outlet: string; article: string | null };
let other: { id: string };

beforeAll(async () => {
  service = await testService();
  const newsroom = await openNewsroom(service);
  const outlet = await newsroom.outlet();
  licence = await outlet.ask(await newsroom.putIn());
  other = await (await newsroom.outlet()).ask(await newsroom.putIn());
  const admin = service.as({ id: 'the-lawyer' });
  await revokeLicence(admin, { id: licence.id, reason: 'Byline was cut; Ålesund complained' });
});
afterAll(() => service.close());

async function typesOf(filter: Omit<Parameters<typeof readEvents>[1], 'limit'>) {
  const events = await readEvents(service.as({}), { ...filter, limit: 100 });
  return events.map(({ type }) => type);
}

test('lines are found by the outlet, the article and the licence that they are about', async () => {
  const { id, outlet } = licence;
  const article = licence.article ?? '';
  expect(await typesOf({ licence: id })).toEqual(['licence.revoked', 'licence.issued']);
  const whole = ['licence.revoked', 'licence.issued', 'request.granted'];
  expect(await typesOf({ outlet })).toEqual([...whole, 'destination.created', 'outlet.created']);
  expect(await typesOf({ article })).toEqual([...whole, 'article.created']);
  expect(await typesOf({ article, outlet })).toEqual(whole);
});

test('a type with a full stop at its end asks for all that begin so', async () => {
  const { outlet } = licence;
  expect(await typesOf({ outlet, type: 'licence.' })).toEqual([
    'licence.revoked',
    'licence.issued',
  ]);
  expect(await typesOf({ outlet, type: 'licence' })).toEqual([]);
  expect(await typesOf({ type: 'licen_e.' })).toEqual([]);
});

test('lines are found by who made them', async () => {
  expect(await typesOf({ actor: 'the-lawyer' })).toEqual(['licence.revoked']);
});

test('lines are found by when they were made, the last instant out', async () => {
  const [made] = await readEvents(service.as({}), { licence: other.id, limit: 1 });
  const at = made?.at ?? Number.NaN;
  expect(await typesOf({ licence: other.id, from: at, until: at + 1 })).toEqual(['licence.issued']);
  expect(await typesOf({ licence: other.id, until: at })).toEqual([]);
  expect(await typesOf({ licence: other.id, from: at + 1 })).toEqual([]);
});

test.each(['byline', 'BYLINE cut', 'Ålesund', '"was cut"', 'byline -paywall'])(
  'lines are found by the words of a reason: %s',
  async (q) => {
    expect(await typesOf({ q })).toEqual(['licence.revoked']);
  },
);

test.each(['paywall', '"cut was"', 'byline -cut', 'harbour-news.example', '" & | ! ( :*'])(
  'words that no reason has find nothing: %s',
  async (q) => {
    expect(await typesOf({ q, licence: licence.id })).toEqual([]);
  },
);

test('the messages of a decision and the note of a correction are found too', async () => {
  const subject = { kind: 'article', id: licence.article ?? '' };
  const after = { correctionNote: 'Misspelt Wójcik' };
  await record(service.db, service.ctx, { type: 'article.corrected', subject, after });
  expect(await typesOf({ q: 'wójcik' })).toEqual(['article.corrected']);
  expect(await typesOf({ q: '"every partner"', licence: licence.id })).toEqual([]);
  expect(await typesOf({ q: '"every partner"', outlet: licence.outlet })).toEqual([
    'request.granted',
  ]);
});
