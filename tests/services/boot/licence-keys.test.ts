import { ensureLicenceKey } from '../../../src/services/boot/licence-keys.ts';
import { readEvents } from '../../../src/services/read-events.ts';
import { type TestService, testService } from '../../support/context.ts';

let service: TestService;
beforeAll(async () => {
  service = await testService();
});
afterAll(() => service.close());

test('the signing key is made once and told once, without its private part', async () => {
  await ensureLicenceKey(service.db, service.ctx);
  const { kid } = service.ctx.keys.active;
  const events = await readEvents(service.as({}), { type: 'signing-key.activated', limit: 10 });
  expect(events.map((event) => event.subject_id)).toEqual([kid]);
  const { jwk } = JSON.parse(events[0]?.after ?? '{}');
  expect(service.ctx.keys.jwks.keys).toEqual([jwk]);
  expect(jwk).not.toHaveProperty('d');
});
