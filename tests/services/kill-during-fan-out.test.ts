import { transact } from '../../src/db/database.ts';
import { raiseUpserts } from '../../src/db/placements/raise-upserts.ts';
import { lockScopes } from '../../src/db/placements/scope.ts';
import { killArticle } from '../../src/services/articles/kill-article.ts';
import { type TestService, testService } from '../support/context.ts';
import { openPlacedStories } from '../support/placed-story.ts';
import { query } from '../support/query.ts';
import { until } from '../support/until.ts';

let service: TestService;
let desk: Awaited<ReturnType<typeof openPlacedStories>>;
beforeAll(async () => {
  service = await testService();
  desk = await openPlacedStories(service);
});
afterAll(() => service.close());

const WAITING = `select 1 from pg_stat_activity
  where datname = current_database() and wait_event_type = 'Lock'`;

test('a kill and a fan-out that adds a placement do not wait for each other', async () => {
  const { outlet, article } = await desk.licensedOutlet();
  await outlet.addDestination();
  const scopes = [{ article, outlet: null }];
  let kill: Promise<unknown> = Promise.resolve();
  const raised = await transact(service.db, async (relay) => {
    await lockScopes(relay, scopes);
    kill = killArticle(service.as({}), { id: article, reason: 'Not genuine.', note: null });
    await until('the kill waits', async () => (await query(service.url, WAITING)).length > 0);
    return raiseUpserts(relay, scopes);
  });
  expect(raised).toBe(1);
  await kill;
  await desk.relay();
  expect(await desk.placementOf(article)).toMatchObject({ wanted_reason: 'killed' });
});
