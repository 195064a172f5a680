import { sql } from 'kysely';
import { addOutlet, ask, askForLicence, LETTER, type Outlet, publish } from '../../support/seed.ts';
import { type ServedApp, serveApp } from '../../support/served-app.ts';

interface Explanation {
  outcome: string;
  reasons: { code: string; message: string }[];
  coveredBy: string | null;
  rights: { reprint: string; says: { code: string }[] };
  policyVersion: number;
  rules: {
    rule: string;
    matched: boolean;
    why: string;
    when: { holds: boolean; says: string }[];
    unless: object[];
  }[];
  faults: { pointer: string; code: string }[];
  terms: { slug: string } | null;
  granted: object | null;
  quota: object | null;
  live: { most: number | null; now: number };
  exclusivity: { claims: object | null; collisions: object[] };
}

const OWN = 'island-post';
const UNTIL = new Date(Date.now() + 20 * 86_400_000).toISOString();
const USE = { media: ['web'], territories: ['NO'], until: UNTIL };

let app: ServedApp;
let partner: Outlet;
let other: Outlet;
beforeAll(async () => {
  app = await serveApp();
  partner = await addOutlet(app.admin, app.url);
  other = await addOutlet(app.admin, app.url, { tags: ['partner', 'rival'] });
  await app.admin.put(`/v1/publications/${OWN}`, LETTER);
});
afterAll(() => app.close());

async function explain(outlet: Outlet, articleId: string, use: object = {}) {
  const body = { outlet: outlet.id, articleId, use: { ...USE, ...use } };
  return (await app.admin.post<Explanation>('/v1/explain', body, { status: 200 })).body;
}

async function rowCounts() {
  const { rows } = await sql`
    select (select count(*) from request) as requests, (select count(*) from licence) as licences,
      (select count(*) from audit_event) as events, (select count(*) from outbox) as words,
      (select last_value from status_position) as places`.execute(app.ctx.db);
  return rows[0];
}

test('every rule says whether it speaks and why, condition by condition', async () => {
  const article = await publish(app.admin);
  const { rules, outcome, reasons, policyVersion } = await explain(other, article);
  expect(rules.map(({ rule, matched }) => [rule, matched])).toEqual([
    ['partners', true],
    ['newcomers', false],
    ['rivals', true],
    ['paper', false],
  ]);
  expect(rules[3]).toMatchObject({
    why: 'use.media is web, wanted print.',
    when: [{ holds: false, says: 'use.media is web, wanted print' }],
  });
  expect([outcome, reasons, policyVersion]).toEqual([
    'refused',
    [{ code: 'rule-refused', message: 'Not to our rivals.' }],
    1,
  ]);
});

test('it answers as the request would be answered, and writes nothing', async () => {
  const article = await publish(app.admin);
  const before = await rowCounts();
  const explained = await explain(partner, article);
  expect(await rowCounts()).toEqual(before);
  expect(explained).toMatchObject({
    outcome: 'granted',
    coveredBy: null,
    terms: { slug: 'web' },
    granted: { media: ['web'], territories: ['NO'], until: UNTIL },
    quota: null,
    live: { most: null },
    exclusivity: { claims: null, collisions: [] },
  });
  const decided = await ask(partner.api, article, USE);
  expect([decided.state, decided.reasons]).toEqual([explained.outcome, explained.reasons]);
  expect(await explain(partner, article)).toMatchObject({
    outcome: 'granted',
    coveredBy: decided.licence?.id,
    reasons: [{ code: 'covered' }],
  });
});

test('the house reads with a request what each rule said, and the outlet does not', async () => {
  const article = await publish(app.admin);
  const { id } = await ask(other.api, article, USE);
  const kept = await app.admin.get<{ decision: Explanation & { policyVersion: number } }>(
    `/v1/requests/${id}`,
  );
  const explained = await explain(other, article);
  expect(kept.body.decision).toEqual({
    policyVersion: explained.policyVersion,
    rules: explained.rules.map(({ when: _w, unless: _u, ...rule }) => rule),
  });
  expect((await other.api.get(`/v1/requests/${id}`)).body).not.toHaveProperty('decision');
});

test("the article's own rights are shown with what they say", async () => {
  const rights = { reprint: 'refer', note: 'The photographer wants to know.' };
  const article = await publish(app.admin, { rights });
  const explained = await explain(partner, article);
  expect(explained).toMatchObject({
    outcome: 'pending',
    rights: { reprint: 'refer', says: [{ code: 'article-referred' }] },
  });
});

test('quota, limit and exclusivity are shown with what stands against them', async () => {
  const terms = { exclusivity: { territories: ['world'], days: 7 }, limits: { liveAtOnce: 1 } };
  await app.admin.put('/v1/terms/alone', terms);
  const rules = [{ name: 'all', effect: 'grant', reason: 'Every partner may reprint.' }];
  // biome-ignore lint/suspicious/noThenProperty: the name is the API's
  const quota = { perOutletPerMonth: 1, then: 'refer' };
  await app.admin.put(`/v1/publications/${OWN}/policy`, { defaultTerms: 'alone', quota, rules });
  const article = await publish(app.admin, { publication: OWN });
  const held = await askForLicence(partner.api, article, USE);

  const next = await publish(app.admin, { publication: OWN });
  expect(await explain(partner, next)).toMatchObject({
    outcome: 'refused',
    reasons: [{ code: 'live-limit-reached' }],
    quota: { ...quota, granted: 1, month: expect.stringMatching(/^\d{4}-\d\d$/) },
    live: { most: 1, now: 1 },
    exclusivity: { claims: terms.exclusivity, collisions: [] },
  });
  expect(await explain(other, article)).toMatchObject({
    outcome: 'refused',
    reasons: [{ code: 'held-exclusively', pointer: '#/use/territories' }],
    exclusivity: {
      collisions: [{ licence: held.id, held: true, territories: ['NO'] }, { held: false }],
    },
  });
});

test('a stored policy that cannot be read is a fault with its pointer, and no answer', async () => {
  const article = await publish(app.admin, { publication: OWN });
  const rule = { name: 'all', effect: 'grant', reason: 'Yes.', when: { weather: 'fair' } };
  await sql`
    insert into policy (publication, version, document)
    select id, 99, ${JSON.stringify({ rules: [rule] })}::jsonb from publication where slug = ${OWN}
  `.execute(app.ctx.db);
  const fault = { pointer: '#/rules/0/when/weather', code: 'cannot-be-evaluated' };
  expect(await explain(partner, article)).toMatchObject({
    outcome: 'pending',
    reasons: [{ code: 'policy-faulty' }],
    faults: [fault],
  });
  const decided = await ask(partner.api, article, USE);
  expect(decided).toMatchObject({ state: 'pending', reasons: [{ code: 'policy-faulty' }] });
});

test('an outlet or an article that is not there is named', async () => {
  const article = await publish(app.admin);
  const nobody = '01957c1a-0000-7000-8000-0000000000aa';
  const code = async (outlet: string, articleId: string) =>
    (
      await app.admin.ask<{ code: string }>('POST', '/v1/explain', {
        body: { outlet, articleId, use: USE },
      })
    ).body.code;
  expect(await code(nobody, article)).toBe('outlet-not-found');
  expect(await code(partner.id, nobody)).toBe('article-not-found');
  expect((await partner.api.ask('POST', '/v1/explain', { body: {} })).status).toBe(403);
});
