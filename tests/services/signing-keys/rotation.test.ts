import { verifyToken } from '../../../src/services/licences/verify-licence.ts';
import { requestReprint } from '../../../src/services/requests/request-reprint.ts';
import { listSigningKeys } from '../../../src/services/signing-keys/list-keys.ts';
import { rotateKey } from '../../../src/services/signing-keys/rotate-key.ts';
import { turnKeys } from '../../../src/services/signing-keys/turn-keys.ts';
import { type TestService, testService } from '../../support/context.ts';
import { DAY_MS, openNewsroom } from '../../support/newsroom.ts';

const MINUTE_MS = 60_000;
const WEB = { media: ['web'], territories: ['world'], edits: 'none', images: 'none' } as const;
let service: TestService;
let later = 0;
beforeEach(async () => {
  later = 0;
  service = await testService({ now: () => Date.now() + later });
});
afterEach(() => service.close());

const keys = (purpose: string) =>
  listSigningKeys(service.ctx).then((all) => all.filter((key) => key.purpose === purpose));
const states = async (purpose = 'licence') => (await keys(purpose)).map(({ state }) => state);
const rotate = (purpose: 'licence' | 'log' = 'licence') => rotateKey(service.as({}), { purpose });
const published = () => service.ctx.keys.jwks.keys.map((key) => Reflect.get(key, 'kid'));

async function turnAfter(ms: number): Promise<number> {
  later += ms;
  return turnKeys(service.ctx);
}

test('a new key is published for a day, then signs alone, and the old one only verifies', async () => {
  const old = service.ctx.keys.active.kid;
  const { kid } = await rotate();
  await service.ctx.keys.reload();
  expect(await states()).toEqual(['pending', 'active']);
  expect([service.ctx.keys.active.kid, published()]).toEqual([old, [kid, old]]);

  expect(await turnAfter(DAY_MS - MINUTE_MS)).toBe(0);
  expect(await turnAfter(MINUTE_MS)).toBe(1);
  expect(await states()).toEqual(['active', 'retired']);
  expect([service.ctx.keys.active.kid, published()]).toEqual([kid, [kid, old]]);
});

test('a retired key verifies until the last licence that it signed has ended, and is then erased', async () => {
  const newsroom = await openNewsroom(service);
  const { own, ask } = await newsroom.outlet();
  const { token } = await ask(await newsroom.putIn(), { until: own.now() + 9 * DAY_MS });
  const { kid: old } = service.ctx.keys.active;
  await rotate();
  await turnAfter(DAY_MS);
  expect((await keys('licence')).map((key) => key.last_exp)[1]).toBeGreaterThan(
    own.now() + 7.9 * DAY_MS,
  );
  expect((await verifyToken(service.ctx, { token })).code).toBe('valid');

  expect(await turnAfter(7 * DAY_MS)).toBe(0);
  expect(await turnAfter(DAY_MS)).toBe(0);
  expect(await turnAfter(MINUTE_MS)).toBe(1);
  const [, gone] = await keys('licence');
  expect(gone).toMatchObject({ kid: old, state: 'archived', private_key: null });
  expect(published()).not.toContain(old);
  expect(service.ctx.keys.archive.keys).toContainEqual(
    expect.objectContaining({ kid: old, state: 'archived', retired_at: expect.any(Number) }),
  );
  expect((await verifyToken(service.ctx, { token })).code).toBe('expired');
});

test('a key that signed something after it retired is kept for that too', async () => {
  const newsroom = await openNewsroom(service);
  const outlet = await newsroom.outlet();
  const articleId = await newsroom.putIn();
  // A process that has not heard yet goes on with the keys as they were.
  const stale = { ...service.ctx.keys };
  await rotate();
  await turnAfter(DAY_MS);
  const use = { ...WEB, until: service.ctx.now() + 30 * DAY_MS };
  const { licence } = await requestReprint({ ...outlet.own, keys: stale }, { articleId, use });
  expect(licence?.kid).toBe(stale.active.kid);

  expect(await turnAfter(2 * DAY_MS)).toBe(1);
  const [, retired] = await keys('licence');
  expect(retired?.state).toBe('retired');
  expect(retired?.last_exp).toBeGreaterThan(service.ctx.now() + 27 * DAY_MS);
  const told = await eventsOf(stale.active.kid);
  expect(told.map(({ type }) => type).at(-1)).toBe('signing-key.prolonged');
  expect(await turnKeys(service.ctx)).toBe(0);
});

test('each step is a line of the record, without anything private', async () => {
  const { kid } = await rotate();
  await turnAfter(DAY_MS);
  const rows = await eventsOf(kid);
  expect(rows.map(({ type }) => type)).toEqual(['signing-key.published', 'signing-key.activated']);
  const lines = await eventsOf((await keys('licence'))[1]?.kid ?? '');
  expect(lines.map(({ type }) => type)).toEqual(['signing-key.activated', 'signing-key.retired']);
  expect(JSON.stringify([rows, lines])).not.toMatch(/private|"d"/);
});

test('one key at a time waits for its turn', async () => {
  const { kid } = await rotate();
  const again = rotate();
  await expect(again).rejects.toMatchObject({ code: 'signing-key-pending', facts: { kid } });
  await expect(rotate('log')).resolves.toMatchObject({ purpose: 'log', state: 'pending' });
});

test('a key never takes over sooner than readers have heard of it, nor in years', async () => {
  const at = (ahead: number) =>
    rotateKey(service.as({}), { purpose: 'licence', activatesAt: service.ctx.now() + ahead });
  for (const ahead of [-1, 0, 9 * MINUTE_MS, 400 * DAY_MS]) {
    const refusal = { code: 'invalid-request', errors: [{ pointer: '#/activateAt' }] };
    await expect(at(ahead)).rejects.toMatchObject(refusal);
  }
  await expect(at(11 * MINUTE_MS)).resolves.toMatchObject({ state: 'pending' });
});

test('many workers take a step once', async () => {
  await rotate();
  later += DAY_MS;
  const turned = await Promise.all(Array.from({ length: 6 }, () => turnKeys(service.ctx)));
  expect(turned.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(await states()).toEqual(['active', 'retired']);
});

function eventsOf(kid: string) {
  return service.db
    .selectFrom('audit_event')
    .innerJoin('audit_payload', 'audit_payload.event', 'audit_event.id')
    .select(['type', 'payload'])
    .where('subject_id', '=', kid)
    .orderBy('id')
    .execute();
}
