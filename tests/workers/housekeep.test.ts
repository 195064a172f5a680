import { sql } from 'kysely';
import { suspendLicence } from '../../src/services/licences/change-licence.ts';
import { readLicence } from '../../src/services/licences/read-licences.ts';
import { endAndForget } from '../../workers/housekeep.ts';
import { type TestService, testService } from '../support/context.ts';
import { openNewsroom } from '../support/newsroom.ts';

let service: TestService;
beforeAll(async () => {
  service = await testService();
});
afterAll(() => service.close());

test('what was ordered happens without a request, as the system, by the database’s clock', async () => {
  const newsroom = await openNewsroom(service);
  const outlet = await newsroom.outlet();
  const { id } = await outlet.ask(await newsroom.putIn());
  const slow = { ...service.as({}), now: () => Date.now() - 3_600_000 };
  const reason = 'The contract says so.';
  await suspendLicence(service.as({}), { id, reason, effectiveAt: Date.now() + 60_000 });
  await endAndForget(slow);
  expect((await readLicence(service.as({}), id)).state).toBe('active');
  await sql`update licence_change set effective_at = now()`.execute(service.db);
  await endAndForget({ ...service.ctx, now: slow.now });
  expect((await readLicence(service.as({}), id)).state).toBe('suspended');
  const told = await service.db
    .selectFrom('audit_event')
    .select(['type', 'actor_kind'])
    .where('subject_id', '=', id)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  expect(told).toEqual({ type: 'licence.suspended', actor_kind: 'system' });
});
