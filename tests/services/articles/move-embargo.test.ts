import { killArticle } from '../../../src/services/articles/kill-article.ts';
import { moveEmbargo } from '../../../src/services/articles/move-embargo.ts';
import { readLicence } from '../../../src/services/licences/read-licences.ts';
import { readLicensedText } from '../../../src/services/licences/read-licensed-text.ts';
import { sweep } from '../../../src/services/relay/sweep.ts';
import { type TestService, testService } from '../../support/context.ts';
import { DAY_MS } from '../../support/newsroom.ts';
import { openPlacedStories } from '../../support/placed-story.ts';

let service: TestService;
let desk: Awaited<ReturnType<typeof openPlacedStories>>;
beforeAll(async () => {
  service = await testService();
  desk = await openPlacedStories(service);
});
afterAll(() => service.close());

const inHours = (hours: number) =>
  Math.floor(service.ctx.now() / 1000) * 1000 + (hours * DAY_MS) / 24;
const move = (id: string, until: number | null) => moveEmbargo(service.as({}), { id, until });
const read = (id: string) => readLicence(service.as({}), id);

/** A licensed story that waits for its embargo. */
async function embargoed(until: number, from?: number) {
  const outlet = await desk.newsroom.outlet();
  await outlet.addDestination();
  const article = await desk.newsroom.putIn(until);
  const licence = await outlet.ask(article, from === undefined ? {} : { from });
  await desk.relay();
  return { outlet, article, licence };
}

test('moved later, licences get successors that begin later, and the text waits as long', async () => {
  const { article, licence } = await embargoed(inHours(2));
  const until = inHours(4);
  await move(article, until);
  await desk.relay();
  const { state, successor, end_reason } = await read(licence.id);
  expect([state, end_reason]).toEqual(['superseded', 'embargo-moved']);
  const next = await read(successor ?? '');
  expect(next).toMatchObject({ prev: licence.id, from_at: until, until_at: licence.until_at });
  expect(next.article_version).toBe(1);
  expect(await desk.placementOf(article)).toMatchObject({
    licence: next.id,
    not_before: until,
    next_at: until,
  });
});

test('moved earlier, they begin earlier', async () => {
  const { article, licence } = await embargoed(inHours(4));
  const until = inHours(2);
  await move(article, until);
  await desk.relay();
  const { successor } = await read(licence.id);
  expect(await read(successor ?? '')).toMatchObject({ from_at: until });
  expect(await desk.placementOf(article)).toMatchObject({ not_before: until });
});

test.each([
  ['with null', () => null],
  ['with an instant that has passed', () => inHours(-1)],
])('lifted %s, the text may go at once', async (_, until) => {
  const { outlet, article, licence } = await embargoed(inHours(4));
  await move(article, until());
  await desk.relay();
  const { successor } = await read(licence.id);
  const next = await read(successor ?? '');
  expect(next.from_at).toBeLessThanOrEqual(service.ctx.now());
  expect((await desk.placementOf(article)).next_at).toBeLessThanOrEqual(service.ctx.now());
  const text = await readLicensedText(outlet.own, { licence: next.id, format: 'text' });
  expect(text.text).toContain('ferry');
});

test('a beginning that was asked for stays, and needs no successor', async () => {
  const from = inHours(6);
  const { article, licence } = await embargoed(inHours(2), from);
  await move(article, inHours(4));
  await desk.relay();
  expect(await read(licence.id)).toMatchObject({ state: 'active', from_at: from });
  const late = inHours(8);
  await move(article, late);
  await desk.relay();
  const { successor } = await read(licence.id);
  expect((await read(successor ?? '')).from_at).toBe(late);
  await move(article, null);
  await desk.relay();
  const last = await read((await read(successor ?? '')).successor ?? '');
  expect(last.from_at).toBe(from);
});

test('a licence that has begun stays, what was sent stays, and what was not waits', async () => {
  const { article, licence } = await desk.licensedOutlet();
  const placed = await desk.placementOf(article);
  const late = await desk.newsroom.outlet();
  await late.ask(article);
  await late.addDestination();
  await desk.relay();
  const until = inHours(3);
  await move(article, until);
  await desk.relay();
  expect(await read(licence.id)).toMatchObject({ state: 'active', from_at: licence.from_at });
  const rows = await service.db
    .selectFrom('placement')
    .select(['outlet', 'wanted_op', 'wanted_seq', 'not_before', 'next_at'])
    .where('article', '=', article)
    .execute();
  expect(rows).toContainEqual({
    outlet: placed.outlet,
    wanted_op: 'upsert',
    wanted_seq: placed.wanted_seq,
    not_before: placed.not_before,
    next_at: null,
  });
  expect(rows).toContainEqual({
    outlet: late.id,
    wanted_op: 'upsert',
    wanted_seq: 1,
    not_before: until,
    next_at: until,
  });
  expect(await sweep(service.ctx)).toBe(0);
});

test('a licence that would end before the embargo lifts is revoked', async () => {
  const { article, licence } = await embargoed(inHours(2));
  await move(article, inHours(30));
  await desk.relay();
  expect(await read(licence.id)).toMatchObject({
    state: 'revoked',
    end_reason: 'embargo-past-end',
  });
});

test('moving it to where it is changes nothing', async () => {
  const { article, licence } = await embargoed(inHours(2));
  const { embargo_until } = await move(article, inHours(4));
  await desk.relay();
  const { successor } = await read(licence.id);
  await move(article, embargo_until);
  await desk.relay();
  expect((await read(successor ?? '')).state).toBe('active');
  expect(await typesOf(article)).toEqual(['article.created', 'article.embargo-moved']);
  const free = await desk.newsroom.putIn();
  await move(free, null);
  await move(free, inHours(-1));
  expect(await typesOf(free)).toEqual(['article.created']);
});

test('a killed story has no embargo to move, and a stranger may not move one', async () => {
  const article = await desk.newsroom.putIn(inHours(2));
  const stranger = service.as({ role: 'editor', publications: ['another'] });
  await expect(moveEmbargo(stranger, { id: article, until: null })).rejects.toMatchObject({
    code: 'not-permitted',
  });
  await killArticle(service.as({}), { id: article, reason: 'Untrue.', note: null });
  await expect(move(article, null)).rejects.toMatchObject({ code: 'article-killed' });
});

async function typesOf(article: string): Promise<string[]> {
  const rows = await service.db
    .selectFrom('audit_event')
    .select('type')
    .where('subject_id', '=', article)
    .orderBy('id')
    .execute();
  return rows.map(({ type }) => type);
}
