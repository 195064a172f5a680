import { addOutlet, askForLicence, correct, publish } from '../support/seed.ts';
import { type RedisServer, startRedis } from '../support/servers/index.ts';
import { openSplitHouse, type SplitHouse } from '../support/split-house.ts';
import { groundFor } from '../support/tiers.ts';
import { until } from '../support/until.ts';

const STORIES = 10;

let redis: RedisServer;
let house: SplitHouse;
beforeAll(async () => {
  const [own, ground] = await Promise.all([startRedis(), groundFor('PostgreSQL')]);
  redis = own;
  house = await openSplitHouse({ ...ground, env: { ...ground.env, REDIS_URL: redis.url } });
}, 120_000);
afterAll(async () => {
  await house.close();
  await redis.stop();
});

test('what is published while Redis is down is delivered when it is back', async () => {
  const { admin, url, receiver } = house;
  const outlet = await addOutlet(admin, url, { receiver });
  const before = await publish(admin);
  await askForLicence(outlet.api, before);
  await until('the first is delivered', () => receiver.standing(before));

  await redis.stop();
  const articles = await Promise.all(Array.from({ length: STORIES }, () => publish(admin)));
  for (const article of articles) await askForLicence(outlet.api, article);
  await correct(admin, before, 1, { headline: 'Corrected while Redis was away' });
  await redis.restart();

  const all = () =>
    receiver.standing(before)?.article.version === 2 &&
    articles.every((article) => receiver.standing(article));
  await until('all are delivered', all, 20_000);
  for (const article of articles) expect(receiver.applied(article)).toHaveLength(1);
  expect(receiver.applied(before).map(({ article }) => article.version)).toEqual([1, 2]);
  expect(house.workers.output()).toContain('the queue has trouble');
}, 60_000);
