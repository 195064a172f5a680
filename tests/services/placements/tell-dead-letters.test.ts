import { listNotices } from '../../../src/services/notices/list-notices.ts';
import { tellDeadLetters } from '../../../src/services/placements/tell-dead-letters.ts';
import { type TestService, testService } from '../../support/context.ts';
import { openDeliveries } from '../../support/deliveries.ts';

let service: TestService;
let desk: Awaited<ReturnType<typeof openDeliveries>>;
beforeAll(async () => {
  service = await testService();
  desk = await openDeliveries(service);
});
afterAll(async () => {
  await desk.close();
  await service.close();
});

async function refuse(given: Awaited<ReturnType<typeof desk.licensed>>): Promise<void> {
  desk.receiver.behave({ kind: 'status', status: 422 });
  for (let tries = 0; tries < 3; tries += 1) {
    await desk.letWaitPass(given.article);
    await given.send();
  }
}

async function toldOf(destination: string) {
  const notices = await listNotices(service.as({}), { kind: 'placements-given-up', limit: 50 });
  return notices.filter((notice) => notice.about_id === destination);
}

test('what is given up is told to both sides, at most once a day', async () => {
  const given = await desk.licensed();
  await refuse(given);
  await tellDeadLetters(service.ctx);
  await tellDeadLetters(service.ctx);
  const notices = await toldOf(given.destination);
  expect(new Set(notices.map(({ outlet }) => outlet))).toEqual(new Set([given.outlet.id, null]));
  expect(notices).toHaveLength(2);
  expect(notices[0]?.subject).toBe('Not taken at The Fjord Courier: 1 article');

  // As if that had been told yesterday, and this given up since.
  const dayAgo = new Date(Date.now() - 25 * 3_600_000);
  await service.db.updateTable('destination').set({ dead_told_at: dayAgo }).execute();
  await tellDeadLetters(service.ctx);
  expect(await toldOf(given.destination)).toHaveLength(4);
});

test('where everything arrives nobody is told anything', async () => {
  desk.receiver.behave({ kind: 'accept' });
  const given = await desk.licensed();
  await given.send();
  await tellDeadLetters(service.ctx);
  expect(await toldOf(given.destination)).toEqual([]);
});
