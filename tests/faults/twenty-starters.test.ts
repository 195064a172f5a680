import { query } from '../support/query.ts';
import { type ServiceProcess, startService } from '../support/service-process.ts';
import { beside, type Ground, groundFor } from '../support/tiers.ts';

const STARTERS = 20;

let ground: Ground;
let started: ServiceProcess[] = [];
beforeAll(async () => {
  ground = await groundFor('PostgreSQL');
});
afterAll(async () => {
  await Promise.all(started.map((one) => one.kill()));
  await ground.remove();
});

test('twenty first starts at once migrate once, and all of them serve', async () => {
  const { PUBLIC_URL = '' } = ground.env;
  const ports = await Promise.all(Array.from({ length: STARTERS }, () => beside(ground.env)));
  started = ports.map((env) => startService({ ...env, PUBLIC_URL }, 'api'));
  await Promise.all(ports.map((env, index) => serving(`${env.PUBLIC_URL}/readyz`, started[index])));
  const [counted] = await query(String(ground.env.DATABASE_URL), COUNTS);
  expect(counted).toEqual({ migrations: 1, signing: 2, admins: 1, made: 1, issuers: 1 });
}, 120_000);

const COUNTS = `select
  (select count(*)::int from kysely_migration) as migrations,
  (select count(*)::int from signing_key) as signing,
  (select count(*)::int from api_key) as admins,
  (select count(*)::int from audit_event where type = 'key.created') as made,
  (select count(*)::int from setting where name = 'issuers') as issuers`;

/** All of them say the one public address, so each is asked at its own port. */
async function serving(url: string, one: ServiceProcess | undefined): Promise<void> {
  const deadline = Date.now() + 100_000;
  let ended = false;
  void one?.ended.then(() => {
    ended = true;
  });
  while (Date.now() < deadline && !ended) {
    const ok = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} does not serve:\n${one?.output()}`);
}
