import { randomUUID } from 'node:crypto';
import type { House } from '../support/house.ts';
import { openHouseOn } from '../support/house.ts';
import { query } from '../support/query.ts';
import { addOutlet, askForLicence, publish } from '../support/seed.ts';
import { startService } from '../support/service-process.ts';
import { groundFor } from '../support/tiers.ts';
import { until } from '../support/until.ts';

const suffix = randomUUID().slice(0, 8);
const [OWNER, SERVICE] = [`owner_${suffix}`, `service_${suffix}`];
let house: House;
let superuser: string;
let service: string;
beforeAll(async () => {
  const ground = await groundFor('PostgreSQL');
  superuser = String(ground.env.DATABASE_URL);
  for (const role of [OWNER, SERVICE]) await query(superuser, `create role ${role} login`);
  const name = new URL(superuser).pathname.slice(1);
  await query(superuser, `alter database ${name} owner to ${OWNER}`);
  service = inRole(SERVICE);
  const env = { ...ground.env, DATABASE_URL: service, DATABASE_OWNER_URL: inRole(OWNER) };
  house = await openHouseOn({ env, remove: ground.remove });
}, 120_000);
afterAll(async () => {
  await house.close();
  const maintenance = new URL(superuser);
  maintenance.pathname = '/postgres';
  for (const role of [OWNER, SERVICE]) await query(maintenance.href, `drop role ${role}`);
});

function inRole(role: string): string {
  const url = new URL(superuser);
  url.username = role;
  return url.href;
}

const TABLES = `select schemaname || '.' || tablename as name from pg_tables
  where schemaname in ('public', 'bullmq')`;

test('the service works in a role that owns nothing, and starts again without the owner', async () => {
  const { admin, url, receiver, env } = house;
  const outlet = await addOutlet(admin, url, { receiver });
  const first = await publish(admin);
  await askForLicence(outlet.api, first);
  await until('it is delivered', () => receiver.standing(first));
  await house.service.stop();
  const { DATABASE_OWNER_URL: _, ...rest } = env;
  house.service = startService(rest);
  await house.service.ready();
  const second = await publish(admin);
  const licence = await askForLicence(outlet.api, second);
  await until('the next is delivered', () => receiver.standing(second));
  const proof = () => outlet.api.ask('GET', `/v1/licences/${licence.id}/proof`);
  await until('it is in the log', async () => (await proof()).status === 200);
  const signed = () => query(superuser, 'select from status_version');
  await until('its status list is signed', async () => (await signed()).length > 0);
  expect(await query(superuser, `${TABLES} and tableowner <> '${OWNER}'`)).toEqual([]);
  expect((await query(superuser, TABLES)).length).toBeGreaterThan(30);
}, 120_000);

const RECORD = ['audit_event', 'audit_payload', 'audit_shard', 'audit_leaf', 'audit_subtree'];
test.each([
  ...[...RECORD, 'audit_checkpoint', 'attempt', 'status_version'].flatMap((table) => [
    `delete from ${table}`,
    `truncate ${table}`,
    `alter table ${table} disable trigger all`,
    `drop table ${table}`,
  ]),
  'update audit_event set at = now()',
  'update audit_leaf set index = index + 1',
  'update audit_pending set event = event',
  'delete from kysely_migration',
  'drop function refuse_change() cascade',
])('the service may not: %s', async (statement) => {
  await expect(query(service, statement)).rejects.toThrow(
    /permission denied|must be owner|append-only/,
  );
});
