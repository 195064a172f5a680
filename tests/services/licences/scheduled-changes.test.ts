import { sql } from 'kysely';
import { formatInstant } from '../../../src/domain/instant.ts';
import type { LicenceChange } from '../../../src/domain/licence-life.ts';
import { carryOutChanges } from '../../../src/services/licences/carry-out-changes.ts';
import {
  reinstateLicence,
  revokeLicence,
  suspendLicence,
} from '../../../src/services/licences/change-licence.ts';
import { readLicence } from '../../../src/services/licences/read-licences.ts';
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

const HOUR_MS = DAY_MS / 24;
const inHours = (hours: number) => service.ctx.now() + hours * HOUR_MS;
const read = (id: string) => readLicence(service.as({}), id);

function order(change: 'suspend' | 'reinstate' | 'revoke', id: string, effectiveAt?: number) {
  const changes = { suspend: suspendLicence, reinstate: reinstateLicence, revoke: revokeLicence };
  return changes[change](service.as({}), { id, reason: 'The contract says so.', effectiveAt });
}

/** Lets the time of a change come. */
async function bringOn(licence: string, change: LicenceChange): Promise<void> {
  await service.db
    .updateTable('licence_change')
    .set({ effective_at: sql`now() - interval '1 second'` })
    .where('licence', '=', licence)
    .where('change', '=', change)
    .execute();
  await carryOutChanges(service.ctx);
}

test('an order is shown on the licence, and nothing happens before its time', async () => {
  const { licence, article } = await desk.licensedOutlet();
  const effectiveAt = inHours(2);
  const ordered = await order('suspend', licence.id, effectiveAt);
  const shown = { change: 'suspend', reason: 'The contract says so.', effectiveAt };
  expect(ordered).toMatchObject({ state: 'active', scheduled: [shown] });
  expect(await carryOutChanges(service.ctx)).toBe(0);
  await desk.relay();
  expect(await desk.placementOf(article)).toMatchObject({ wanted_op: 'upsert' });
  expect(await lastEvent(licence.id)).toEqual({
    type: 'licence.change-scheduled',
    after: expect.objectContaining({ effectiveAt: formatInstant(effectiveAt) }),
  });
});

test('when its time has come it is carried out, once', async () => {
  const { licence, article } = await desk.licensedOutlet();
  await order('suspend', licence.id, inHours(2));
  await Promise.all([bringOn(licence.id, 'suspend'), carryOutChanges(service.ctx)]);
  await desk.relay();
  expect(await read(licence.id)).toMatchObject({ state: 'suspended', scheduled: [] });
  expect(await desk.placementOf(article)).toMatchObject({ wanted_reason: 'suspended' });
  expect(await carryOutChanges(service.ctx)).toBe(0);
});

test('a suspension from one day to another is two orders', async () => {
  const { licence } = await desk.licensedOutlet();
  await order('suspend', licence.id, inHours(1));
  await order('reinstate', licence.id, inHours(2));
  await order('revoke', licence.id, inHours(3));
  const kinds = (await read(licence.id)).scheduled.map(({ change }) => change);
  expect(kinds).toEqual(['suspend', 'reinstate', 'revoke']);
  for (const [change, state] of [
    ['suspend', 'suspended'],
    ['reinstate', 'active'],
    ['revoke', 'revoked'],
  ] as const) {
    await bringOn(licence.id, change);
    expect((await read(licence.id)).state).toBe(state);
  }
});

test('what is overdue together is carried out in the order of time', async () => {
  const { licence } = await desk.licensedOutlet();
  await order('suspend', licence.id, inHours(1));
  await order('reinstate', licence.id, inHours(2));
  await service.db
    .updateTable('licence_change')
    .set({ effective_at: sql`effective_at - interval '1 day'` })
    .where('licence', '=', licence.id)
    .execute();
  await carryOutChanges(service.ctx);
  expect(await read(licence.id)).toMatchObject({ state: 'active', scheduled: [] });
});

test('a contrary change takes an order back', async () => {
  const { licence } = await desk.licensedOutlet();
  await order('revoke', licence.id, inHours(1));
  await order('suspend', licence.id, inHours(2)).catch(() => {});
  const kept = await order('reinstate', licence.id);
  expect(kept).toMatchObject({ state: 'active', scheduled: [] });
  expect(await lastEvent(licence.id)).toMatchObject({ type: 'licence.change-cancelled' });
});

test('a revocation takes back all else that was ordered', async () => {
  const { licence } = await desk.licensedOutlet();
  await order('suspend', licence.id, inHours(1));
  await order('revoke', licence.id);
  expect(await read(licence.id)).toMatchObject({ state: 'revoked', scheduled: [] });
  expect(await carryOutChanges(service.ctx)).toBe(0);
});

test('the same order again changes nothing; another instant takes its place', async () => {
  const { licence } = await desk.licensedOutlet();
  const effectiveAt = inHours(1);
  await order('revoke', licence.id, effectiveAt);
  const told = await eventCount(licence.id);
  await order('revoke', licence.id, effectiveAt);
  expect(await eventCount(licence.id)).toBe(told);
  const moved = await order('revoke', licence.id, inHours(3));
  expect(moved.scheduled).toHaveLength(1);
  expect(moved.scheduled[0]?.effectiveAt).toBeGreaterThan(inHours(2));
});

test('what was ordered for a licence holds for the one that follows it', async () => {
  const { licence, article } = await desk.licensedOutlet();
  await order('revoke', licence.id, inHours(1));
  await desk.correct(article, 1);
  await desk.relay();
  const { successor, scheduled } = await read(licence.id);
  expect(scheduled).toEqual([]);
  expect((await read(successor ?? '')).scheduled).toMatchObject([{ change: 'revoke' }]);
  await bringOn(successor ?? '', 'revoke');
  expect((await read(successor ?? '')).state).toBe('revoked');
});

test('an order whose licence has ended is taken back when its time comes', async () => {
  const { licence } = await desk.licensedOutlet();
  await order('suspend', licence.id, inHours(1));
  await desk.endNow(licence.id, 'remove');
  await bringOn(licence.id, 'suspend');
  expect((await read(licence.id)).state).toBe('expired');
  expect(await lastEvent(licence.id)).toMatchObject({ type: 'licence.change-cancelled' });
});

test.each([
  ['has passed', () => service.ctx.now() - 1, 'in-the-past'],
  ['lies after the end', () => inHours(25), 'after-end'],
])('an instant that %s is refused, with the field named', async (_, instant, code) => {
  const { licence } = await desk.licensedOutlet();
  await expect(order('revoke', licence.id, instant())).rejects.toMatchObject({
    code: 'invalid-request',
    errors: [{ pointer: '#/effectiveAt', code }],
  });
  expect((await read(licence.id)).scheduled).toEqual([]);
});

test('an order is judged by where the licence will stand then', async () => {
  const { licence } = await desk.licensedOutlet();
  const tooEarly = order('reinstate', licence.id, inHours(1));
  await expect(tooEarly).rejects.toMatchObject({ code: 'licence-not-suspended' });
  await order('revoke', licence.id, inHours(1));
  const tooLate = order('suspend', licence.id, inHours(2));
  await expect(tooLate).rejects.toMatchObject({ code: 'licence-ended' });
});

async function lastEvent(licence: string) {
  const { rows } = await sql<{ type: string; after: unknown }>`
    select e.type, p.payload::json->'after' as after
    from audit_event e join audit_payload p on p.event = e.id
    where e.subject_id = ${licence} order by e.id desc limit 1`.execute(service.db);
  return rows[0];
}

async function eventCount(licence: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from audit_event where subject_id = ${licence}`.execute(service.db);
  return rows[0]?.count ?? 0;
}
