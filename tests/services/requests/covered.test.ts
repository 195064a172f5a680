import { sql } from 'kysely';
import type { Terms } from '../../../src/domain/terms.ts';
import { DEFAULT_TERMS } from '../../../src/domain/terms.ts';
import type { AskedUse } from '../../../src/domain/use.ts';
import { correctArticle } from '../../../src/services/articles/correct-article.ts';
import { readEvents } from '../../../src/services/read-events.ts';
import { requestReprint } from '../../../src/services/requests/request-reprint.ts';
import { savePolicy } from '../../../src/services/save-policy.ts';
import { saveTerms } from '../../../src/services/save-terms.ts';
import { type TestService, testService } from '../../support/context.ts';
import { DAY_MS, openNewsroom, STORY } from '../../support/newsroom.ts';

let service: TestService;
let newsroom: Awaited<ReturnType<typeof openNewsroom>>;
let outlet: Awaited<ReturnType<typeof newsroom.outlet>>;
let article: string;
beforeAll(async () => {
  service = await testService();
});
beforeEach(async () => {
  newsroom = await openNewsroom(service);
  outlet = await newsroom.outlet();
  article = await newsroom.putIn();
});
afterAll(() => service.close());

const USE = { media: ['web'], territories: ['world'], edits: 'none', images: 'none' } as const;

async function ask(use: Partial<AskedUse> = {}) {
  const until = outlet.own.now() + DAY_MS;
  const { request, licence } = await requestReprint(outlet.own, {
    articleId: article,
    use: { ...USE, until, ...use },
  });
  return { request, licence, codes: request.reasons.map((reason) => reason.code) };
}

async function grantUnder(terms: Partial<Terms>, more: object = {}): Promise<void> {
  const { admin, slug } = newsroom;
  await saveTerms(admin, { slug, terms: { ...DEFAULT_TERMS, ...terms } });
  const rules = [{ name: 'all', effect: 'grant', reason: 'Every partner may reprint.' } as const];
  await savePolicy(admin, { slug, policy: { defaultTerms: slug, rules, ...more } });
}

async function licences(): Promise<number> {
  const { rows } = await sql`select id from licence where article = ${article}`.execute(service.db);
  return rows.length;
}

test('what a licence permits already is answered with that licence, and nothing is issued', async () => {
  const first = await ask();
  const again = await ask({ until: outlet.own.now() + DAY_MS / 2 });
  expect(again.licence).toMatchObject({ id: first.licence?.id, state: 'active' });
  expect(again.request).toMatchObject({ state: 'granted', licence: first.licence?.id });
  expect(again.codes).toEqual(['covered']);
  expect(await licences()).toBe(1);
  const [event] = await readEvents(newsroom.admin, { subject: again.request.id, limit: 5 });
  expect(event?.type).toBe('request.covered');
});

test('what goes beyond it in one field is licensed anew', async () => {
  await ask();
  expect((await ask({ until: outlet.own.now() + 2 * DAY_MS })).codes).toEqual(['rule-granted']);
  expect(await licences()).toBe(2);
});

test('a policy that changed does not take back what is licensed, nor does a quota count it', async () => {
  const first = await ask();
  // biome-ignore lint/suspicious/noThenProperty: the name is the API's
  await grantUnder({ media: ['print'] }, { quota: { perOutletPerMonth: 1, then: 'refuse' } });
  expect((await ask({ until: outlet.own.now() + DAY_MS / 2 })).licence?.id).toBe(first.licence?.id);
  expect((await ask({ media: ['app'] })).request.state).toBe('refused');
});

test.each(['revoked', 'suspended', 'superseded'])(
  'a licence that is %s covers nothing',
  async (state) => {
    const first = await ask();
    await sql`update licence set state = ${state} where id = ${first.licence?.id}`.execute(
      service.db,
    );
    expect((await ask({ until: outlet.own.now() + DAY_MS / 2 })).codes).toEqual(['rule-granted']);
  },
);

test('what terms let begin later is covered by what began so, though asked for now', async () => {
  await grantUnder({ window: { ...DEFAULT_TERMS.window, notBefore: Date.now() + DAY_MS } });
  const until = outlet.own.now() + 9 * DAY_MS;
  const first = await ask({ until });
  expect((await ask({ until })).licence?.id).toBe(first.licence?.id);
});

test.each([
  ['follow', 'covered'],
  ['fixed', 'rule-granted'],
] as const)(
  'after a correction a licence that is to %s it is answered with: %s',
  async (onCorrection, code) => {
    await grantUnder({ onCorrection });
    await ask();
    await correctArticle(newsroom.admin, {
      ...{ id: article, expected: 1, publication: undefined, externalId: undefined },
      ...{ correctionNote: null, mandatory: false },
      content: { ...STORY, images: [], headline: 'Ferry returns', publishedAt: undefined },
    });
    expect((await ask({ until: outlet.own.now() + DAY_MS / 2 })).codes).toEqual([code]);
  },
);

test('a killed article is refused, whatever the outlet holds', async () => {
  await ask();
  await sql`update article set state = 'killed' where id = ${article}`.execute(service.db);
  expect((await ask({ until: outlet.own.now() + DAY_MS / 2 })).codes).toEqual(['article-killed']);
});

test('of many asks at once for what is counted, the first is issued and covers the others', async () => {
  await grantUnder({ limits: { ...DEFAULT_TERMS.limits, liveAtOnce: 5 } });
  const until = outlet.own.now() + DAY_MS;
  const all = await Promise.all(Array.from({ length: 8 }, () => ask({ until })));
  expect(new Set(all.map(({ licence }) => licence?.id)).size).toBe(1);
  expect(await licences()).toBe(1);
});
