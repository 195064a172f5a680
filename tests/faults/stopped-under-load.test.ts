import { type House, openHouse } from '../support/house.ts';
import { query } from '../support/query.ts';
import { addOutlet, askForLicence, publish } from '../support/seed.ts';
import { startService } from '../support/service-process.ts';
import { until } from '../support/until.ts';

const STORIES = 60;

let house: House;
beforeAll(async () => {
  house = await openHouse('PostgreSQL');
}, 120_000);
afterAll(() => house.close());

test('SIGTERM under load: it ends in time, holds no lease, and the next goes on', async () => {
  const { admin, url, env, receiver, service } = house;
  const outlet = await addOutlet(admin, url, { receiver });
  receiver.behave({ kind: 'accept', afterMs: 300 });
  const articles: string[] = [];
  for (let story = 0; story < STORIES; story++) articles.push(await publish(admin));
  await Promise.all(articles.map((article) => askForLicence(outlet.api, article)));
  await until('deliveries are under way', () => receiver.deliveries.length > 0);

  const { code, ms } = await service.stop();
  expect(code).toBe(0);
  expect(ms).toBeLessThan(30_000);
  expect(receiver.deliveries.length).toBeLessThan(STORIES);
  const leases = 'select count(*)::int from placement where lease_token is not null';
  expect(await query(String(env.DATABASE_URL), leases)).toEqual([{ count: 0 }]);

  receiver.behave({ kind: 'accept' });
  house.service = startService(env);
  const all = () => articles.every((article) => receiver.standing(article));
  await until('the rest is delivered', all, 20_000);
  // What was under way was waited for, so that nothing had to be sent a second time.
  expect(receiver.deliveries).toHaveLength(STORIES);
}, 90_000);
