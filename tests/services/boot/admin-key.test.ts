import { authenticate } from '../../../src/services/authenticate.ts';
import { ensureAdminKey } from '../../../src/services/boot/admin-key.ts';
import { readEvents } from '../../../src/services/read-events.ts';
import { type TestService, testService } from '../../support/context.ts';
import { ADMIN_KEY } from '../../support/tiers.ts';

let service: TestService;
beforeAll(async () => {
  service = await testService();
});
afterAll(() => service.close());

const OTHER = 'another-admin-key-of-this-test-run';

const signIn = (key: string) => authenticate(service.ctx, key, 'test');

async function told(id: string): Promise<string[]> {
  const events = await readEvents(service.as({}), { subject: id, limit: 10 });
  return events.map((event) => event.type).reverse();
}

test('a changed ADMIN_KEY takes the place of the former, which works again when it comes back', async () => {
  const first = await signIn(ADMIN_KEY);
  expect(await ensureAdminKey(service.db, service.ctx, OTHER)).toBeUndefined();
  await expect(signIn(ADMIN_KEY)).rejects.toMatchObject({ code: 'key-unknown' });
  const second = await signIn(OTHER);

  await ensureAdminKey(service.db, service.ctx, ADMIN_KEY);
  expect(await signIn(ADMIN_KEY)).toEqual(first);
  await expect(signIn(OTHER)).rejects.toMatchObject({ code: 'key-unknown' });
  expect(await told(first.id)).toEqual(['key.created', 'key.revoked', 'key.created']);
  expect(await told(second.id)).toEqual(['key.created', 'key.revoked']);
});

test('the same ADMIN_KEY at the next start changes nothing, and without one none is made', async () => {
  const before = await readEvents(service.as({}), { limit: 100 });
  await ensureAdminKey(service.db, service.ctx, ADMIN_KEY);
  expect(await ensureAdminKey(service.db, service.ctx, undefined)).toBeUndefined();
  expect(await readEvents(service.as({}), { limit: 100 })).toEqual(before);
});
