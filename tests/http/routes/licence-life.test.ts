import {
  addOutlet,
  ask,
  askForLicence,
  type Licence,
  type Outlet,
  publish,
} from '../../support/seed.ts';
import { type ServedApp, serveApp } from '../../support/served-app.ts';

interface Shown extends Licence {
  suspendReason: string | null;
  endReason: string | null;
  scheduled: { change: string; reason: string; effectiveAt: string }[];
}
interface Problem {
  code: string;
  errors?: { pointer: string }[];
  successor?: string;
}

let app: ServedApp;
let outlet: Outlet;
beforeAll(async () => {
  app = await serveApp();
  outlet = await addOutlet(app.admin, app.url);
});
afterAll(() => app.close());

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const licensed = async () => askForLicence(outlet.api, await publish(app.admin));
const change = <Body = Shown>(id: string, name: string, body: object) =>
  app.admin.ask<Body>('POST', `/v1/licences/${id}/${name}`, { body });
const verdictOf = async (token: string) =>
  (await app.admin.post<{ code: string; successor?: string }>('/v1/verify', { token })).body;

test('a licence is suspended and reinstated, and the world is told each time', async () => {
  const licence = await licensed();
  const suspended = await change(licence.id, 'suspend', { reason: 'Unpaid.' });
  expect(suspended.status).toBe(200);
  expect(suspended.body).toMatchObject({ state: 'suspended', suspendReason: 'Unpaid.' });
  expect(await verdictOf(licence.token)).toMatchObject({ valid: false, code: 'suspended' });
  const text = await outlet.api.ask<Problem>('GET', `/v1/licences/${licence.id}/article`);
  expect([text.status, text.body.code]).toEqual([403, 'licence-suspended']);
  const listed = await app.admin.get<{ items: Shown[] }>('/v1/licences?state=suspended');
  expect(listed.body.items.map(({ id }) => id)).toContain(licence.id);

  const back = await change(licence.id, 'reinstate', { reason: 'Paid.' });
  expect(back.body).toMatchObject({ state: 'active', suspendReason: null });
  expect(await verdictOf(licence.token)).toMatchObject({ valid: true });
});

test('a revocation may be ordered for an instant ahead, and is shown', async () => {
  const { id } = await licensed();
  const effectiveAt = inDays(3);
  const ordered = await change(id, 'revoke', { reason: 'The contract ends.', effectiveAt });
  expect(ordered.body).toMatchObject({
    state: 'active',
    scheduled: [{ change: 'revoke', reason: 'The contract ends.', effectiveAt }],
  });
  const shown = await outlet.api.get<Shown>(`/v1/licences/${id}`);
  expect(shown.body.scheduled).toHaveLength(1);
});

test('nothing is dated back', async () => {
  const { id } = await licensed();
  for (const name of ['suspend', 'reinstate', 'revoke']) {
    const past = { reason: 'Unpaid.', effectiveAt: inDays(-1) };
    const { status, body } = await change<Problem>(id, name, past);
    expect([status, body.code]).toEqual([422, 'invalid-request']);
    expect(body.errors).toMatchObject([{ pointer: '#/effectiveAt' }]);
  }
});

test('a renewal answers 201 with the successor, and 200 when it is repeated', async () => {
  const licence = await licensed();
  const until = `${inDays(60).slice(0, 19)}Z`;
  const renewed = await change(licence.id, 'renew', { until });
  expect(renewed.status).toBe(201);
  expect(renewed.body).toMatchObject({ prev: licence.id, series: licence.series });
  expect(new Date(renewed.body.until).getTime()).toBe(Date.parse(until));
  expect(await verdictOf(licence.token)).toMatchObject({
    code: 'superseded',
    successor: renewed.body.id,
  });
  const again = await change(licence.id, 'renew', { until });
  expect([again.status, again.body.id]).toEqual([200, renewed.body.id]);
  const longer = await change<Problem>(licence.id, 'renew', { until: inDays(70) });
  expect(longer.status).toBe(409);
  expect(longer.body).toMatchObject({ code: 'licence-ended', successor: renewed.body.id });
  const tooLong = await change<Problem>(renewed.body.id, 'renew', { until: inDays(91) });
  expect(tooLong.body.errors).toMatchObject([{ pointer: '#/until' }]);
});

test('the wrong order is a conflict with its own code', async () => {
  const { id } = await licensed();
  const early = await change<Problem>(id, 'reinstate', { reason: 'Paid.' });
  expect([early.status, early.body.code]).toEqual([409, 'licence-not-suspended']);
  await change(id, 'suspend', { reason: 'Unpaid.' });
  const renewed = await change<Problem>(id, 'renew', { until: inDays(60) });
  expect([renewed.status, renewed.body.code]).toEqual([409, 'licence-not-in-force']);
  await change(id, 'revoke', { reason: 'Unpaid.' });
  for (const name of ['suspend', 'reinstate']) {
    const late = await change<Problem>(id, name, { reason: 'Late.' });
    expect([late.status, late.body.code]).toEqual([409, 'licence-ended']);
  }
});

test('an outlet may not change its own licence', async () => {
  const { id } = await licensed();
  for (const name of ['suspend', 'reinstate', 'revoke']) {
    await outlet.api.post(`/v1/licences/${id}/${name}`, { reason: 'Mine.' }, { status: 403 });
  }
  await outlet.api.post(`/v1/licences/${id}/renew`, { until: inDays(60) }, { status: 403 });
});

test('a suspended outlet is shown as such, is refused licences and text, and keeps its state', async () => {
  const barred = await addOutlet(app.admin, app.url);
  const licence = await askForLicence(barred.api, await publish(app.admin));
  const suspend = () =>
    app.admin.post(`/v1/outlets/${barred.id}/suspend`, { reason: 'Unanswered.' });
  expect((await suspend()).body).toMatchObject({ state: 'suspended' });
  expect((await suspend()).status).toBe(200);
  const own = await barred.api.get(`/v1/outlets/${barred.id}`);
  expect(own.body).toMatchObject({ state: 'suspended', suspendReason: 'Unanswered.' });
  expect(await verdictOf(licence.token)).toMatchObject({ code: 'outlet-suspended' });
  const text = await barred.api.ask<Problem>('GET', `/v1/licences/${licence.id}/article`);
  expect([text.status, text.body.code]).toEqual([403, 'outlet-suspended']);
  const asked = await ask(barred.api, await publish(app.admin));
  expect(asked).toMatchObject({ state: 'refused', reasons: [{ code: 'outlet-suspended' }] });

  const back = await app.admin.post(`/v1/outlets/${barred.id}/reinstate`, { reason: 'Answered.' });
  expect(back.body).toMatchObject({ state: 'active', suspendReason: null });
  expect(await verdictOf(licence.token)).toMatchObject({ valid: true });
  const path = `/v1/outlets/${outlet.id}/reinstate`;
  const never = await app.admin.post<Problem>(path, { reason: 'Never was.' }, { status: 409 });
  expect(never.body.code).toBe('outlet-not-suspended');
});

test('an embargo moves the beginning of a licence, and lifted lets it begin', async () => {
  const article = await publish(app.admin, { embargoUntil: inDays(2) });
  const first = await askForLicence(outlet.api, article);
  const until = `${inDays(4).slice(0, 19)}Z`;
  const moved = await app.admin.post(`/v1/articles/${article}/embargo`, { until });
  expect(moved.status).toBe(200);
  await app.relay();
  const { successor = '' } = (await outlet.api.get<Shown>(`/v1/licences/${first.id}`)).body;
  const next = (await outlet.api.get<Shown>(`/v1/licences/${successor}`)).body;
  expect(Date.parse(next.from)).toBe(Date.parse(until));
  expect(await verdictOf(next.token)).toMatchObject({ code: 'not-yet-valid' });

  await app.admin.post(`/v1/articles/${article}/embargo`, { until: null });
  await app.relay();
  const { successor: last = '' } = (await outlet.api.get<Shown>(`/v1/licences/${next.id}`)).body;
  const begun = (await outlet.api.get<Shown>(`/v1/licences/${last}`)).body;
  expect(await verdictOf(begun.token)).toMatchObject({ valid: true });
});
