import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type House, openHouseOn } from '../support/house.ts';
import { addOutlet, ask, askForLicence, publish } from '../support/seed.ts';
import { type PostgresServer, startPostgres } from '../support/servers/index.ts';
import { commonEnv } from '../support/tiers.ts';
import { until } from '../support/until.ts';

let postgres: PostgresServer;
let house: House;
beforeAll(async () => {
  postgres = await startPostgres();
  const directory = await mkdtemp(join(tmpdir(), 'imprimatur-restarted-'));
  const env = { ...(await commonEnv()), DATABASE_URL: postgres.url, DATA_DIR: directory };
  const remove = () => postgres.stop().finally(() => rm(directory, { recursive: true }));
  house = await openHouseOn({ env, remove });
}, 120_000);
afterAll(() => house.close());

test('the service goes on by itself when PostgreSQL comes back', async () => {
  const { admin, url, receiver, service } = house;
  const outlet = await addOutlet(admin, url, { receiver });
  const before = await publish(admin);
  await askForLicence(outlet.api, before);
  await until('the first is delivered', () => receiver.standing(before));

  await postgres.restart();

  const readyz = async () => (await fetch(`${url}/readyz`)).ok;
  await until('it is ready again', readyz);
  const after = await publish(admin);
  const decided = await ask(outlet.api, after);
  expect(decided.state).toBe('granted');
  await until('the next is delivered', () => receiver.standing(after), 15_000);
  await admin.post(`/v1/articles/${before}/kill`, { reason: 'Still reachable.' });
  await until(
    'the kill arrives',
    () => receiver.standing(before)?.operation === 'withdraw',
    15_000,
  );
  expect(receiver.applied(after)).toHaveLength(1);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect((await service.stop()).code).toBe(0);
}, 60_000);
