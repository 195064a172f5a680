import { sql } from 'kysely';
import { find } from '../../../src/db/destinations.ts';
import { attendFailing } from '../../../src/services/destinations/attend-failing.ts';
import {
  pauseDestination,
  resumeDestination,
} from '../../../src/services/destinations/pause-destination.ts';
import { listNotices } from '../../../src/services/notices/list-notices.ts';
import { readEvents } from '../../../src/services/read-events.ts';
import { type TestService, testService } from '../../support/context.ts';
import { openPlacedStories } from '../../support/placed-story.ts';

let service: TestService;
let stories: Awaited<ReturnType<typeof openPlacedStories>>;
beforeAll(async () => {
  service = await testService();
  stories = await openPlacedStories(service);
});
afterAll(() => service.close());

/** A destination that has been failing for so long, with one placement that waits for its next try. */
async function failing(days: number, warnings = 0) {
  const { article, outlet } = await stories.licensedOutlet();
  const placement = await stories.placementOf(article);
  const id = placement.destination;
  await sql`
    update destination set failures = 9, ramp = 1, open_until = now() + interval '9 minutes',
      failing_since = now() - make_interval(secs => ${days * 86_400}), warnings = ${warnings}
    where id = ${id}`.execute(service.db);
  await sql`
    update placement set next_at = now() + interval '12 hours', placed_seq = null,
      last_error = '{"code": "timeout", "message": "Nothing came."}'
    where id = ${placement.id}`.execute(service.db);
  return { id, outlet, article };
}

async function told(id: string, kind: 'destination-failing' | 'destination-stopped') {
  const notices = await listNotices(service.as({}), { kind, limit: 100 });
  return notices.filter(({ about_id: about }) => about === id);
}

async function read(id: string) {
  const row = await find(service.db, id, null);
  if (!row) throw new Error('it is there');
  return row;
}

test('its outlet and the house are warned, once, of how many days are left', async () => {
  const { id, outlet } = await failing(3.2, 1);
  await attendFailing(service.ctx);
  await attendFailing(service.ctx);
  const notices = await told(id, 'destination-failing');
  expect(new Set(notices.map((notice) => notice.outlet))).toEqual(new Set([outlet.id, null]));
  expect(notices).toHaveLength(2);
  expect(notices[0]?.body).toContain('deliveries stop in 2 days');
  expect(await read(id)).toMatchObject({ state: 'active', warnings: 2 });
});

test('two processes that see to it warn once', async () => {
  const { id } = await failing(1.5);
  await Promise.all([attendFailing(service.ctx), attendFailing(service.ctx)]);
  expect(await told(id, 'destination-failing')).toHaveLength(2);
});

test('after five days it is disabled, with an event and notices', async () => {
  const { id } = await failing(5.1, 3);
  await attendFailing(service.ctx);
  expect(await read(id)).toMatchObject({ state: 'disabled', state_code: 'failing' });
  expect(await told(id, 'destination-stopped')).toHaveLength(2);
  const events = await readEvents(service.as({}), {
    subject: id,
    limit: 10,
  });
  expect(events[0]).toMatchObject({ type: 'destination.disabled' });
});

test('one that a person has stopped is not warned of', async () => {
  const { id } = await failing(4.5);
  await pauseDestination(service.as({}), { id, note: null });
  await attendFailing(service.ctx);
  expect(await told(id, 'destination-failing')).toEqual([]);
});

test.each(['disabled', 'active'])('resuming one that is %s has it tried at once', async (state) => {
  const { id, article } = await failing(2);
  await sql`update destination set state = ${state} where id = ${id}`.execute(service.db);
  await resumeDestination(service.as({}), { id });
  expect(await read(id)).toMatchObject({
    ...{ state: 'active', failures: 0, ramp: null, open_until: null, failing_since: null },
  });
  const { next_at: next } = await stories.placementOf(article);
  expect(next).toBeLessThanOrEqual(Date.now());
});
