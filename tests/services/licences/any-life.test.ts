import fc from 'fast-check';
import { sql } from 'kysely';
import { findDrift } from '../../../src/db/placements/drift.ts';
import { DomainError } from '../../../src/domain/errors.ts';
import { killArticle } from '../../../src/services/articles/kill-article.ts';
import { moveEmbargo } from '../../../src/services/articles/move-embargo.ts';
import {
  reinstateLicence,
  revokeLicence,
  suspendLicence,
} from '../../../src/services/licences/change-licence.ts';
import { renewLicence } from '../../../src/services/licences/renew-licence.ts';
import { reinstateOutlet, suspendOutlet } from '../../../src/services/suspend-outlet.ts';
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

type Story = Awaited<ReturnType<typeof held>>;

/** A story that one outlet holds twice: fixed to its version, and longer with its corrections. */
async function held() {
  await desk.newsroom.offer({ onCorrection: 'fixed' });
  const story = await desk.licensedOutlet();
  await desk.newsroom.offer({ onCorrection: 'follow' });
  const longer = await story.outlet.ask(story.article, { until: service.ctx.now() + 2 * DAY_MS });
  await desk.relay();
  return { ...story, series: [story.licence.id, longer.id] };
}

const reason = 'As it happens.';
const which = fc.constantFrom(0, 1);
const step = fc.oneof(
  { weight: 15, arbitrary: fc.record({ kind: fc.constant('suspend'), which }) },
  { weight: 15, arbitrary: fc.record({ kind: fc.constant('reinstate'), which }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('revoke'), which }) },
  { weight: 10, arbitrary: fc.record({ kind: fc.constant('renew'), which }) },
  { weight: 10, arbitrary: fc.record({ kind: fc.constantFrom('correct', 'demand'), which }) },
  { weight: 10, arbitrary: fc.record({ kind: fc.constantFrom('bar', 'admit'), which }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constantFrom('hold', 'lift'), which }) },
  { weight: 25, arbitrary: fc.record({ kind: fc.constantFrom('relay', 'place'), which }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('kill'), which }) },
);
type Step = { kind: string; which: number };

/** Does one thing to the newest licence of a series, or to what it hangs on; refusals are fine. */
async function take(story: Story, { kind, which: nth }: Step): Promise<void> {
  const { article, outlet } = story;
  const admin = service.as({});
  const id = await newestOf(story.series[nth] ?? '');
  const input = { id, reason };
  const steps: Record<string, () => Promise<unknown>> = {
    suspend: () => suspendLicence(admin, input),
    reinstate: () => reinstateLicence(admin, input),
    revoke: () => revokeLicence(admin, input),
    renew: () => renewLicence(admin, { ...input, until: service.ctx.now() + 30 * DAY_MS }),
    correct: async () => desk.correct(article, await versionOf(article)),
    demand: async () => desk.correct(article, await versionOf(article), true),
    bar: () => suspendOutlet(admin, { id: outlet.id, reason }),
    admit: () => reinstateOutlet(admin, { id: outlet.id, reason }),
    hold: () => moveEmbargo(admin, { id: article, until: service.ctx.now() + DAY_MS / 4 }),
    lift: () => moveEmbargo(admin, { id: article, until: null }),
    kill: () => killArticle(admin, { id: article, reason, note: null }),
    relay: () => desk.relay(),
    place: () => desk.place(article),
  };
  try {
    await steps[kind]?.();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}

test('whatever happens to it, a licence has one present, and its text stands where it may', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const story = await held();
      for (const one of steps) await take(story, one);
      await desk.relay();
      expect(await driftOf(story.article)).toEqual([]);
      await take(story, { kind: 'admit', which: 0 });
      await desk.relay();
      await checkChains(story.article);
      await checkText(story.article);
      await checkRecord(story.article);
      expect(await driftOf(story.article)).toEqual([]);
      const before = await desk.placementOf(story.article);
      await service.db
        .insertInto('outbox')
        .values({ kind: 'sweep', article: story.article, outlet: null, request_id: 'again' })
        .execute();
      await desk.relay();
      expect(await desk.placementOf(story.article)).toEqual(before);
    }),
    { numRuns: 12 },
  );
}, 120_000);

/** What the sweep would find. */
async function driftOf(article: string) {
  const found = await findDrift(service.db, 1_000);
  return found.filter((scope) => scope.article === article);
}

async function licencesOf(article: string) {
  return service.db.selectFrom('licence').selectAll().where('article', '=', article).execute();
}

/** At most one licence of a series lives, and it is the last: each other one names the next. */
async function checkChains(article: string): Promise<void> {
  const rows = await licencesOf(article);
  for (const row of rows) {
    const next = rows.find(({ prev }) => prev === row.id);
    expect([row.state === 'superseded', row.successor]).toEqual([!!next, next?.id ?? null]);
    if (next) expect([next.series, next.outlet]).toEqual([row.series, row.outlet]);
    expect(row.from_at).toBeLessThan(row.until_at);
  }
}

/** The text is wanted where a licence is in force, in its version and under it; else it is not. */
async function checkText(article: string): Promise<void> {
  const placement = await desk.placementOf(article);
  const active = (await licencesOf(article)).filter(({ state }) => state === 'active');
  expect(placement.wanted_op).toBe(active.length > 0 ? 'upsert' : 'withdraw');
  if (active.length === 0) return;
  const governing = active.find(({ id }) => id === placement.licence);
  expect(governing?.article_version).toBe(placement.wanted_version);
}

/** What the record says last of each licence is what its row says. */
async function checkRecord(article: string): Promise<void> {
  const { rows } = await sql<{ id: string; state: string; told: string }>`
    select l.id, l.state, (
      select p.payload::json->'after'->>'state' from audit_event e
      join audit_payload p on p.event = e.id
      where e.subject_id = l.id::text and p.payload::json->'after'->>'state' is not null
      order by e.id desc limit 1) as told
    from licence l where l.article = ${article}`.execute(service.db);
  for (const { state, told } of rows) expect(told).toBe(state);
}

async function newestOf(series: string): Promise<string> {
  const { id } = await service.db
    .selectFrom('licence')
    .select('id')
    .where('series', '=', series)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  return id;
}

async function versionOf(article: string): Promise<number> {
  const { version } = await service.db
    .selectFrom('article')
    .select('version')
    .where('id', '=', article)
    .executeTakeFirstOrThrow();
  return version;
}
