import { stopDestination } from '../../../src/services/destinations/stop-destination.ts';
import { listNotices } from '../../../src/services/notices/list-notices.ts';
import { type TestService, testService } from '../../support/context.ts';
import { openNewsroom } from '../../support/newsroom.ts';

let service: TestService;
let newsroom: Awaited<ReturnType<typeof openNewsroom>>;
beforeAll(async () => {
  service = await testService();
  newsroom = await openNewsroom(service);
});
afterAll(() => service.close());

async function connected() {
  const outlet = await newsroom.outlet();
  const { id, changes } = await outlet.addDestination('http://127.0.0.1:9/hooks/se-cr-et');
  await outlet.ask(await newsroom.putIn());
  return { outlet, id, changes };
}

async function toldOf(destination: string) {
  const notices = await listNotices(service.as({}), { kind: 'destination-stopped', limit: 100 });
  return notices.filter((notice) => notice.about_id === destination);
}

test('the outlet and the house are told why nothing is sent, and what to do', async () => {
  const { outlet, id, changes } = await connected();
  await stopDestination(service.ctx, { id, changes }, 'credentials', 'Unknown signature.');
  const notices = await toldOf(id);
  expect(new Set(notices.map((notice) => notice.outlet))).toEqual(new Set([outlet.id, null]));
  for (const { subject, body } of notices) {
    expect(subject).toBe(
      'Deliveries to The Fjord Courier have stopped: the webhook at 127.0.0.1:9',
    );
    expect(body).toContain('What was answered: Unknown signature.');
    expect(body).toContain('Compare the secret on both sides');
    expect(body).not.toContain('se-cr-et');
  }
});

test('two workers that hear the same stop it, and tell of it, once', async () => {
  const { id, changes } = await connected();
  await Promise.all([
    stopDestination(service.ctx, { id, changes }, 'gone', 'Nobody is here.'),
    stopDestination(service.ctx, { id, changes }, 'gone', 'Nobody is here.'),
  ]);
  expect(await toldOf(id)).toHaveLength(2);
});
