import { apiClient } from '../support/api-client.ts';
import { query } from '../support/query.ts';
import { addOutlet, ask, publish, seedHouse } from '../support/seed.ts';
import { type ServiceProcess, startService } from '../support/service-process.ts';
import { beside, type Ground, groundFor } from '../support/tiers.ts';
import { until } from '../support/until.ts';

const ARTICLES = 15;
/** For each process before and after; a licence is asked for by one of them only. */
const OUTLETS = 8;

let ground: Ground;
const started: ServiceProcess[] = [];
beforeAll(async () => {
  ground = await groundFor('PostgreSQL');
}, 60_000);
afterAll(async () => {
  await Promise.all(started.map((one) => one.kill()));
  await ground.remove();
});

test('two processes that issue at once, one killed and started again, give no place twice', async () => {
  const other = await beside(ground.env);
  const urls = [String(ground.env.PUBLIC_URL), String(other.PUBLIC_URL)] as const;
  const [, killed] = await Promise.all([start(urls[0]), start(urls[1])]);
  const { articles, keys } = await seed(urls[0]);
  const askAll = (url: string) =>
    keys.splice(0, OUTLETS / 4).flatMap((key) => articles.map((id) => granted(url, key, id)));

  const first = urls.flatMap(askAll);
  await Promise.race(first.slice(-ARTICLES));
  await killed.kill();
  await Promise.all(first);
  await start(urls[1]);
  const second = await Promise.all(urls.flatMap(askAll));

  // Every one of the second round is there, whatever became of the first.
  expect(second.every((one) => one)).toBe(true);
  const [counted] = await query<{ licences: number; places: number }>(
    String(ground.env.DATABASE_URL),
    `select count(*)::int as licences, count(distinct (status_list, status_index))::int as places
     from licence`,
  );
  expect(counted?.licences).toBeGreaterThanOrEqual(second.length);
  expect(counted?.places).toBe(counted?.licences);
}, 120_000);

/** An API process at this address; all say the one public address. */
async function start(url: string): Promise<ServiceProcess> {
  const service = startService({ ...ground.env, PORT: new URL(url).port }, 'api');
  started.push(service);
  const serves = () =>
    fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  await until(`${url} serves`, serves, 60_000);
  return service;
}

async function seed(url: string): Promise<{ articles: string[]; keys: string[] }> {
  const admin = await seedHouse(url);
  const articles = await Promise.all(Array.from({ length: ARTICLES }, () => publish(admin)));
  const keys: string[] = [];
  for (let i = 0; i < OUTLETS; i += 1) {
    const { id } = await addOutlet(admin, url, { name: `Outlet ${i}` });
    const path = `/v1/outlets/${id}/keys`;
    keys.push((await admin.post<{ key: string }>(path, { name: 'asking' })).body.key);
  }
  return { articles, keys };
}

/** Whether a licence came of it; a process that was killed answers nothing. */
function granted(url: string, key: string, article: string): Promise<boolean> {
  return ask(apiClient(url, key), article).then(
    (decided) => decided.licence !== undefined,
    () => false,
  );
}
