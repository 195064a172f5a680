import fc from 'fast-check';
import { sql } from 'kysely';
import { type FeedArticle, type FeedHolder, feedCovers } from '../../src/domain/feed-covers.ts';
import { MEDIA } from '../../src/domain/media.ts';
import { opening } from '../../src/domain/opening.ts';
import type { Beginning, Window } from '../../src/domain/terms.ts';
import { type TestService, testService } from '../support/context.ts';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 4, 4, 12);
const OUTLETS = ['019a0000-0000-7000-8000-000000000001', '019a0000-0000-7000-8000-000000000002'];

let service: TestService;

beforeAll(async () => {
  service = await testService();
});
afterAll(() => service.close());

const some = <T>(...values: T[]) => fc.subarray(values);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const language = fc.constantFrom('en', 'en-GB', 'EN-gb-oed', 'de', 'enm', 'zh-Hant-TW', 'zh');
const at = fc.integer({ min: -60, max: 60 }).map((hours) => NOW + hours * HOUR);
const codes = some('NO', 'SE', 'world');

const holders: fc.Arbitrary<FeedHolder> = fc.record({
  outlet: fc.constantFrom(...OUTLETS),
  since: at,
  filter: fc.record({
    subject: maybe(some('sport', 'harbour', 'Sport')),
    language: maybe(fc.array(language, { maxLength: 3 })),
    maxAgeHours: maybe(fc.constantFrom(0.5, 1, 24, 72.25)),
    minWords: maybe(fc.nat(4)),
    maxWords: maybe(fc.nat(4)),
  }),
  use: fc.record({
    territories: codes,
    excludeTerritories: some('NO', 'SE'),
    languages: fc.array(language, { minLength: 1, maxLength: 3 }),
  }),
});

const articles: fc.Arbitrary<FeedArticle> = fc.record({
  takenInAt: at,
  publishedAt: at,
  subjects: some('sport', 'harbour', 'Sport', 'weather'),
  language,
  wordCount: fc.nat(5),
  rights: fc.record({
    reprint: fc.constantFrom('allowed', 'allowed', 'allowed', 'refer', 'none'),
    excludeOutlets: some(...OUTLETS.slice(0, 1)),
    excludeTerritories: fc.constantFrom([], [], ['NO'], ['SE', 'NO']),
    note: fc.constant(null),
  }),
});

const instant = (ms: number) => sql`${new Date(ms)}::timestamptz`;
const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`;

async function coversBySql(holder: FeedHolder, article: FeedArticle): Promise<boolean> {
  const { excludeTerritories, ...use } = holder.use;
  const kept = excludeTerritories.length > 0 ? holder.use : use;
  const { rows } = await sql<{ covers: boolean }>`
    select feed_covers(${holder.outlet}::uuid, ${json(holder.filter)}, ${instant(holder.since)},
      ${json(kept)}, ${json(article.rights)}, ${instant(article.takenInAt)},
      ${json(article.subjects)}, ${article.language}, ${article.wordCount},
      ${instant(article.publishedAt)}) as covers
  `.execute(service.db);
  return rows[0]?.covers ?? false;
}

test('the database covers what the rule covers, for any licence and any article', async () => {
  const answers = new Set<boolean>();
  await fc.assert(
    fc.asyncProperty(holders, articles, async (holder, article) => {
      const covers = await coversBySql(holder, article);
      answers.add(covers);
      expect(covers).toBe(feedCovers(holder, article));
    }),
    { numRuns: 2_000 },
  );
  expect(answers).toEqual(new Set([true, false]));
});

const beginnings: fc.Arbitrary<Beginning> = fc.oneof(
  at,
  fc.constantFrom('nextDay' as const),
  fc.constantFrom({ after: 'PT90M' }, { after: 'P1W' }, { after: 'P1DT12H' }, { after: 'P3D' }),
);
const windows: fc.Arbitrary<Window> = fc.record({
  notBefore: fc.option(beginnings),
  byMedium: fc.dictionary(fc.constantFrom(...MEDIA), beginnings, { maxKeys: 2 }),
  maxDays: fc.constant(10),
  offerDays: fc.constant(null),
});
const ZONES = ['UTC', 'Europe/Oslo', 'Pacific/Auckland', 'America/Havana', 'Atlantic/Azores'];
const published = fc.record({
  publishedAt: fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2027, 0) }),
  timeZone: fc.constantFrom(...ZONES),
});
const written = (one: Beginning) => (typeof one === 'number' ? new Date(one).toISOString() : one);

async function opensBySql(
  window: Window,
  { publishedAt, timeZone }: { publishedAt: number; timeZone: string },
  media: readonly string[],
): Promise<number | null> {
  const { notBefore, byMedium } = window;
  const document = {
    notBefore: notBefore === null ? null : written(notBefore),
    byMedium: Object.fromEntries(Object.entries(byMedium).map(([m, one]) => [m, written(one)])),
  };
  const { rows } = await sql<{ opens: number | null }>`
    select window_opens(${json(document)}, ${json(media)}, ${instant(publishedAt)}, ${timeZone})
      as opens
  `.execute(service.db);
  return rows[0]?.opens ?? null;
}

test('the database opens the window of terms when the rule does', async () => {
  await fc.assert(
    fc.asyncProperty(windows, published, some(...MEDIA), async (window, story, media) => {
      expect(await opensBySql(window, story, media)).toBe(opening(window, story, media));
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  ['Europe/Oslo', Date.UTC(2026, 2, 28, 23, 30)],
  ['America/Havana', Date.UTC(2025, 10, 1, 12)],
  ['America/Havana', Date.UTC(2026, 2, 7, 12)],
  ['Atlantic/Azores', Date.UTC(2026, 9, 24, 12)],
  ['Africa/Cairo', Date.UTC(2026, 3, 23, 12)],
])(
  'where clocks change in %s, the next day begins when the rule says',
  async (timeZone, publishedAt) => {
    const window: Window = { notBefore: 'nextDay', byMedium: {}, maxDays: 1, offerDays: null };
    const story = { publishedAt, timeZone };
    expect(await opensBySql(window, story, ['web'])).toBe(opening(window, story, ['web']));
  },
);
