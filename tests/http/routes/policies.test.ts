import { addOutlet, ask, LETTER, type Outlet, type Page, publish } from '../../support/seed.ts';
import { type ServedApp, serveApp } from '../../support/served-app.ts';

interface Version {
  version: number;
  createdAt: string;
  policy: { rules: { name: string }[] };
}
interface DryRun {
  looked: number;
  changed: number;
  counts: { was: string; wouldBe: string; requests: number }[];
  requests: { id: string; was: string; wouldBe: string; reasons: { code: string }[] }[];
}

const OWN = 'island-post';
const PATH = `/v1/publications/${OWN}/policy`;
const ALL = { name: 'all', effect: 'grant', reason: 'Every partner may reprint.' };
const NO_PRINT = {
  name: 'paper',
  effect: 'refuse',
  when: { use: { media: ['print'] } },
  reason: 'Print is ours alone.',
};

let app: ServedApp;
let partner: Outlet;
beforeAll(async () => {
  app = await serveApp();
  partner = await addOutlet(app.admin, app.url);
  await app.admin.put(`/v1/publications/${OWN}`, LETTER);
});
afterAll(() => app.close());

test('before the first policy there is none to read', async () => {
  const none = await app.admin.ask<{ code: string }>('GET', PATH);
  expect([none.status, none.body.code]).toEqual([404, 'version-not-found']);
  expect((await app.admin.get<Page<Version>>(`${PATH}/versions`)).body.items).toEqual([]);
});

test('each save is a version that stays', async () => {
  await app.admin.put(PATH, { rules: [ALL] });
  await app.admin.put(PATH, { rules: [NO_PRINT, ALL] });
  const { body } = await app.admin.get<Version>(PATH);
  expect(body).toMatchObject({ version: 2, policy: { rules: [{ name: 'paper' }, ALL] } });
  const { items } = (await app.admin.get<Page<Version>>(`${PATH}/versions`)).body;
  expect(items.map(({ version }) => version)).toEqual([2, 1]);
  expect((await app.admin.get(`${PATH}/versions/1`)).body).toEqual(items[1]);
  const unknown = await app.admin.ask<{ code: string }>('GET', `${PATH}/versions/3`);
  expect([unknown.status, unknown.body.code]).toEqual([404, 'version-not-found']);
});

test('a rule that names what does not exist is refused, by where it stands', async () => {
  const nobody = '01957c1a-0000-7000-8000-0000000000aa';
  const when = { outlet: { id: [partner.id, nobody] } };
  const body = { rules: [ALL, { ...ALL, name: 'some', terms: 'nowhere', when }] };
  const told = await app.admin.ask<{ errors: { pointer: string }[] }>('PUT', PATH, { body });
  expect([told.status, told.body.errors.map(({ pointer }) => pointer)]).toEqual([
    422,
    ['#/rules/1/terms', '#/rules/1/when/outlet/id/1'],
  ]);
});

test('no outlet reads the rules of a house', async () => {
  for (const path of [PATH, `${PATH}/versions`, `${PATH}/versions/1`]) {
    expect((await partner.api.ask('GET', path)).status).toBe(403);
  }
});

describe('a dry run', () => {
  let asked: string[];
  beforeAll(async () => {
    await app.admin.put(PATH, { rules: [ALL] });
    asked = [];
    for (let i = 0; i < 3; i++) {
      const article = await publish(app.admin, { publication: OWN });
      const decided = await ask(partner.api, article, { media: ['web'], territories: ['NO'] });
      asked.push(decided.id);
    }
  });
  const run = async (policy: object, last?: number) =>
    (await app.admin.post<DryRun>(`${PATH}/dry-run`, { policy, last }, { status: 200 })).body;

  test('of the same rules changes nothing', async () => {
    const same = await run({ rules: [ALL] });
    expect(same.requests.map(({ id }) => id)).toEqual(asked);
    expect([same.looked, same.changed]).toEqual([3, 0]);
    expect(same.counts).toEqual([{ was: 'granted', wouldBe: 'granted', requests: 3 }]);
  });

  test('counts a quota through the months as the draft would have granted', async () => {
    // biome-ignore lint/suspicious/noThenProperty: the name is the API's
    const quota = { perOutletPerMonth: 1, then: 'refuse' };
    const { requests, counts } = await run({ quota, rules: [ALL] });
    expect(requests.map(({ wouldBe }) => wouldBe)).toEqual(['granted', 'refused', 'refused']);
    expect(requests[2]?.reasons).toMatchObject([{ code: 'quota-reached' }]);
    expect(counts).toContainEqual({ was: 'granted', wouldBe: 'refused', requests: 2 });
  });

  test('counts what was granted before the requests that it looks at', async () => {
    // biome-ignore lint/suspicious/noThenProperty: the name is the API's
    const quota = { perOutletPerMonth: 2, then: 'refer' };
    const { requests } = await run({ quota, rules: [ALL] }, 1);
    expect(requests.map(({ id, wouldBe }) => [id, wouldBe])).toEqual([[asked[2], 'pending']]);
  });

  test('shows what a person had to decide as such, and a killed article as it was', async () => {
    await app.admin.put(PATH, { rules: [] });
    const article = await publish(app.admin, { publication: OWN });
    const { id } = await ask(partner.api, article, { territories: ['SE'] });
    await app.admin.post(`/v1/requests/${id}/grant`, {});
    await app.admin.post(`/v1/articles/${article}/kill`, { reason: 'Not genuine.' });
    const { requests } = await run({ rules: [ALL] }, 1);
    expect(requests).toMatchObject([{ id, was: 'pending', wouldBe: 'granted' }]);
  });

  test('stores nothing, and refuses a draft as a save would', async () => {
    const before = (await app.admin.get<Page<Version>>(`${PATH}/versions`)).body.items.length;
    const rules = [ALL, { ...ALL, name: 'some', terms: 'nowhere' }];
    const body = { policy: { rules } };
    const { status, body: problem } = await app.admin.ask<{ errors: { pointer: string }[] }>(
      'POST',
      `${PATH}/dry-run`,
      { body },
    );
    expect([status, problem.errors.map(({ pointer }) => pointer)]).toEqual([
      422,
      ['#/policy/rules/1/terms'],
    ]);
    const after = (await app.admin.get<Page<Version>>(`${PATH}/versions`)).body.items.length;
    expect(after).toBe(before);
  });
});
