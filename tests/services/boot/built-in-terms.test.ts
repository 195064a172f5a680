import { readEvents } from '../../../src/services/read-events.ts';
import { ensureBuiltInTerms } from '../../../src/services/save-terms.ts';
import { type TestService, testService } from '../../support/context.ts';

let service: TestService;
beforeAll(async () => {
  service = await testService();
});
afterAll(() => service.close());

test('the built-in terms are frozen once, and the record tells who did it', async () => {
  await ensureBuiltInTerms(service.db, service.ctx);
  const events = await readEvents(service.as({}), { type: 'terms.saved', limit: 10 });
  expect(events).toMatchObject([
    { actor_kind: 'system', actor_id: 'start', subject_id: 'imprimatur-default', before: null },
  ]);
});
