import { randomUUID } from 'node:crypto';
import { apiClient } from '../../support/api-client.ts';
import { query } from '../../support/query.ts';
import { until } from '../../support/until.ts';
import { type Scene, webhookSecret } from './open-scene.ts';
import type { Outlet } from './outlet-of-many.ts';

/** As long as a process may take to start beside others. */
const PATIENCE_MS = 30_000;

/** Each server that the service stands on or speaks to says no in its own words. */
export async function meetTroubles(scene: Scene, outlet: Outlet): Promise<void> {
  await breakAStatement(scene, outlet);
  await redirectAnAlert(scene);
  await loseTheDatabase(scene);
  await loseTheQueue(scene);
}

/** The database tells the row that it does not take. */
async function breakAStatement(scene: Scene, outlet: Outlet): Promise<void> {
  const { databaseUrl, secrets, systems } = scene;
  const secret = secrets.keep('secret of a row that is not taken', webhookSecret());
  await query(
    databaseUrl,
    'alter table destination add constraint full_up check (false) not valid',
  );
  const settings = { url: `${systems.url}/good`, secret };
  const body = { channel: 'webhook', format: 'html', settings };
  const reply = await outlet.api.ask('POST', `/v1/outlets/${outlet.id}/destinations`, { body });
  if (reply.status !== 500) throw new Error(`it was taken: ${reply.status}`);
  await query(databaseUrl, 'alter table destination drop constraint full_up');
}

/** The operator's own system moves, to an address that holds the same token. */
async function redirectAnAlert({ databaseUrl }: Scene): Promise<void> {
  const id = randomUUID();
  await query(databaseUrl, `insert into alert (id, kind, body) values ('${id}', 'test', '{}')`);
  const look = `select last_error from alert where id = '${id}'`;
  await until('the alert was not taken', async () => {
    const [row] = await query<{ last_error: string | null }>(databaseUrl, look);
    return row?.last_error;
  });
}

async function loseTheDatabase({ databaseUrl, url }: Scene): Promise<void> {
  await query(
    databaseUrl,
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name like 'imprimatur%'`,
  );
  await apiClient(url).ask('GET', '/readyz');
  await until(
    'it is back',
    async () => (await apiClient(url).ask('GET', '/readyz')).status === 200,
  );
}

/** Another password holds there from now on, as when one was let out. */
async function loseTheQueue({ redis, processes, addWorkers }: Scene): Promise<void> {
  await redis.config('SET', 'requirepass', 'another-password-of-redis');
  await redis.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
  const shutOut = [processes[1], addWorkers()];
  const isShutOut = () => shutOut.every((workers) => workers?.output().includes('WRONGPASS'));
  await until('no workers are let in', isShutOut, PATIENCE_MS);
}
