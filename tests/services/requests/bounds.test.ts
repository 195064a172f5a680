import { sql } from 'kysely';
import type { Quota } from '../../../src/domain/bounds.ts';
import type { Rule } from '../../../src/domain/rule.ts';
import { DEFAULT_TERMS, type Terms } from '../../../src/domain/terms.ts';
import type { AskedUse } from '../../../src/domain/use.ts';
import { requestReprint } from '../../../src/services/requests/request-reprint.ts';
import { savePolicy } from '../../../src/services/save-policy.ts';
import { saveTerms } from '../../../src/services/save-terms.ts';
import { type TestService, testService } from '../../support/context.ts';
import { DAY_MS, openNewsroom } from '../../support/newsroom.ts';

type Newsroom = Awaited<ReturnType<typeof openNewsroom>>;
type Outlet = Awaited<ReturnType<Newsroom['outlet']>>;

let service: TestService;
let newsroom: Newsroom;
/** Every test has a publication of its own, and so months and limits of its own. */
beforeEach(async () => {
  newsroom = await openNewsroom(service);
});
beforeAll(async () => {
  service = await testService();
});
afterAll(() => service.close());

async function grantUnder(terms: Partial<Terms>, quota?: Quota): Promise<void> {
  await saveTerms(newsroom.admin, { slug: newsroom.slug, terms: { ...DEFAULT_TERMS, ...terms } });
  const rules = [{ name: 'all', effect: 'grant', reason: 'Every partner may reprint.' } as const];
  const policy = { defaultTerms: newsroom.slug, rules, ...(quota && { quota }) };
  await savePolicy(newsroom.admin, { slug: newsroom.slug, policy });
}

async function ask(outlet: Outlet, articleId: string, use: Partial<AskedUse> = {}) {
  const until = outlet.own.now() + DAY_MS;
  const asked = { media: ['web'], territories: ['world'], edits: 'none', images: 'none' } as const;
  const { request } = await requestReprint(outlet.own, {
    articleId,
    use: { ...asked, until, ...use },
  });
  return { state: request.state, codes: request.reasons.map((reason) => reason.code), request };
}

async function many<T>(count: number, make: () => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  for (let i = 0; i < count; i++) made.push(await make());
  return made;
}

const quotaOf = (perOutletPerMonth: number, spent: Quota['then']): Quota =>
  // biome-ignore lint/suspicious/noThenProperty: the name is the API's, and nothing awaits a quota
  ({ perOutletPerMonth, then: spent });

test('of 50 outlets that ask at once for one exclusive slot, exactly one gets it', async () => {
  await grantUnder({ exclusivity: { territories: ['world'], days: 30 } });
  const outlets = await many(50, newsroom.outlet);
  const article = await newsroom.putIn();
  const answers = await Promise.all(outlets.map((outlet) => ask(outlet, article)));
  expect(answers.filter(({ state }) => state === 'granted')).toHaveLength(1);
  const refused = answers.filter(({ state }) => state === 'refused');
  expect(refused).toHaveLength(49);
  expect(new Set(refused.flatMap(({ codes }) => codes))).toEqual(new Set(['held-exclusively']));
});

test('of 50 requests at once for the last place of a quota, exactly one is granted', async () => {
  await grantUnder({}, quotaOf(3, 'refuse'));
  const outlet = await newsroom.outlet();
  const articles = await many(52, newsroom.putIn);
  for (const article of articles.splice(0, 2)) await ask(outlet, article);
  const answers = await Promise.all(articles.map((article) => ask(outlet, article)));
  expect(answers.filter(({ state }) => state === 'granted')).toHaveLength(1);
  expect(new Set(answers.flatMap(({ codes }) => codes))).toEqual(
    new Set(['rule-granted', 'quota-reached']),
  );
});

test('of many at once no more than the terms allow are live', async () => {
  await grantUnder({ limits: { ...DEFAULT_TERMS.limits, liveAtOnce: 2 } });
  const outlet = await newsroom.outlet();
  const articles = await many(12, newsroom.putIn);
  const answers = await Promise.all(articles.map((article) => ask(outlet, article)));
  const granted = answers.filter(({ state }) => state === 'granted');
  expect(granted).toHaveLength(2);

  await sql`update licence set state = 'revoked' where id = ${granted[0]?.request.licence}`.execute(
    service.db,
  );
  expect(await ask(outlet, articles[11] ?? '')).toMatchObject({ state: 'granted' });
});

test('exclusive and plain requests at once never end up beside one another', async () => {
  const article = await newsroom.putIn();
  const outlets = await many(20, newsroom.outlet);
  await saveTerms(newsroom.admin, {
    slug: newsroom.slug,
    terms: { ...DEFAULT_TERMS, exclusivity: { territories: ['NO'], days: 30 } },
  });
  const [chosen] = outlets;
  const rules: Rule[] = [
    {
      name: 'chosen',
      effect: 'grant',
      when: { outlet: { id: [chosen?.id ?? ''] } },
      terms: newsroom.slug,
      reason: 'It has this to itself.',
    },
    { name: 'all', effect: 'grant', reason: 'Every partner may reprint.' },
  ];
  await savePolicy(newsroom.admin, { slug: newsroom.slug, policy: { rules } });
  await Promise.all(outlets.map((outlet) => ask(outlet, article)));
  const { rows } = await sql<{ outlet: string }>`
    select outlet from licence where article = ${article} and state = 'active'`.execute(service.db);
  const holders = rows.map((row) => row.outlet);
  expect(holders.length).toBeGreaterThan(0);
  if (holders.includes(chosen?.id ?? '')) expect(holders).toHaveLength(1);
});

test('what is exclusive in one country is free in another', async () => {
  await grantUnder({ exclusivity: { territories: ['NO', 'SE'], days: 30 } });
  const article = await newsroom.putIn();
  const [norway, sweden, both] = await many(3, newsroom.outlet);
  if (!norway || !sweden || !both) throw new Error('three were made');
  expect((await ask(norway, article, { territories: ['NO'] })).state).toBe('granted');
  expect((await ask(both, article, { territories: ['NO', 'DK'] })).codes).toEqual([
    'held-exclusively',
  ]);
  expect((await ask(sweden, article, { territories: ['SE'] })).state).toBe('granted');
  expect((await ask(both, article, { territories: ['DK'] })).state).toBe('granted');
});

test('terms that are exclusive are not granted beside a plain licence that lives', async () => {
  const [first, second] = await many(2, newsroom.outlet);
  if (!first || !second) throw new Error('two were made');
  const article = await newsroom.putIn();
  const plain = await ask(first, article);
  await grantUnder({ exclusivity: { territories: ['world'], days: 2 } });
  expect((await ask(second, article)).codes).toEqual(['not-exclusive']);
  await sql`update licence set state = 'revoked' where id = ${plain.request.licence}`.execute(
    service.db,
  );
  expect((await ask(second, article)).state).toBe('granted');
});

test.each([
  ['refer', 'pending'],
  ['refuse', 'refused'],
] as const)(
  'a quota counts revoked licences too, and then makes requests %s',
  async (spent, state) => {
    await grantUnder({}, quotaOf(1, spent));
    const [one, other] = await many(2, newsroom.outlet);
    if (!one || !other) throw new Error('two were made');
    const { request } = await ask(one, await newsroom.putIn());
    await sql`update licence set state = 'revoked' where id = ${request.licence}`.execute(
      service.db,
    );
    expect(await ask(one, await newsroom.putIn())).toMatchObject({
      state,
      codes: ['quota-reached'],
    });
    expect((await ask(other, await newsroom.putIn())).state).toBe('granted');
  },
);

test('a quota begins anew with the month of the publication, not of the server', async () => {
  await grantUnder({}, quotaOf(1, 'refuse'));
  const outlet = await newsroom.outlet();
  const { request } = await ask(outlet, await newsroom.putIn());
  const move = (at: string) =>
    sql`update licence set created_at = date_trunc('month', now() at time zone 'Europe/Oslo')
        at time zone 'Europe/Oslo' - ${at}::interval where id = ${request.licence}`.execute(
      service.db,
    );
  await move('0 s');
  expect((await ask(outlet, await newsroom.putIn())).state).toBe('refused');
  await move('1 s');
  expect((await ask(outlet, await newsroom.putIn())).state).toBe('granted');
});
