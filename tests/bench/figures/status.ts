import { setTimeout as sleep } from 'node:timers/promises';
import jwt from 'jsonwebtoken';
import { type Database, databaseOn } from '../../../src/db/database.ts';
import { postgresPool } from '../../../src/db/postgres-pool.ts';
import { findList, readEntries } from '../../../src/db/status-lists.ts';
import { STATUS } from '../../../src/domain/licence-status.ts';
import { generateSigningKey } from '../../../src/security/signing-keys.ts';
import { signStatusList } from '../../../src/security/status-list/status-list-token.ts';
import { signList } from '../../../src/services/status/sign-list.ts';
import { readStatuses, statusAt } from '../../../src/verifier/index.ts';
import type { PostgresServer } from '../../support/servers/index.ts';
import { createDatabase, query } from '../bench-database.ts';
import type { Figure } from '../figure.ts';
import { ASKED_USE, seed } from '../seed.ts';
import { type Service, startService } from '../service.ts';
import { median } from '../statistics.ts';

const ROUNDS = 5;
const RESIGN_WITHIN_MS = 300;
const PUBLIC_WITHIN_S = 5;

interface Licence {
  id: string;
  list: string;
  index: number;
}

/** A full status list: how long it takes to sign again, and until a revocation stands in it. */
export async function measureStatus(postgres: PostgresServer): Promise<Figure[]> {
  const databaseUrl = await createDatabase(postgres, 'status');
  const service = await startService({ DATABASE_URL: databaseUrl });
  const licences = await issue(service);
  const [first] = licences;
  if (!first) throw new Error('no licence was issued');
  await fill(databaseUrl, first);
  const seconds: number[] = [];
  for (const licence of licences) seconds.push(await revoke(service, licence));
  await service.stop();
  return [await measureSigning(databaseUrl, first.list), untilPublic(seconds)];
}

async function issue(service: Service): Promise<Licence[]> {
  const { articles, outlets } = await seed(service.api, { articles: ROUNDS, outlets: 1 });
  const key = outlets[0]?.key ?? '';
  return Promise.all(articles.map((articleId) => issueOne(service, { articleId, key })));
}

async function issueOne(service: Service, { articleId, key }: { articleId: string; key: string }) {
  const ask = { articleId, use: ASKED_USE };
  type Granted = { licence: { id: string; token: string } };
  const { licence } = await service.api.call<Granted>('POST', '/v1/requests', ask, key);
  type Claims = { status: { status_list: { idx: number; uri: string } } };
  const { status_list } = (jwt.decode(licence.token) as unknown as Claims).status;
  return { id: licence.id, list: status_list.uri, index: status_list.idx };
}

/** Puts a licence on every place that is left, half of them not valid, without telling anyone. */
async function fill(databaseUrl: string, { id, list }: Licence): Promise<void> {
  await query(
    databaseUrl,
    `set session_replication_role = replica;
     insert into licence select made.* from licence l
     cross join generate_series(0, 131071) place
     cross join lateral jsonb_populate_record(l, jsonb_build_object('id', gen_random_uuid(),
       'status_index', place,
       'state', (array['active', 'active', 'active', 'revoked', 'suspended', 'superseded'])
         [1 + floor(random() * 6)::int])) made
     where l.id = '${id}'
       and place not in (select status_index from licence where status_list = '${list}')`,
  );
  // As autovacuum leaves a table that has grown over months.
  await query(databaseUrl, 'vacuum analyze licence');
}

/** Seconds from the answer to a revocation until the list says so at its address. */
async function revoke(service: Service, { id, list, index }: Licence): Promise<number> {
  await service.api.call('POST', `/v1/licences/${id}/revoke`, { reason: 'Measured.' });
  const answeredAt = performance.now();
  const url = `${service.origin}${new URL(list).pathname}`;
  for (;;) {
    const token = await (await fetch(url)).text();
    if (saysRevoked(token, index)) break;
    await sleep(20);
  }
  return (performance.now() - answeredAt) / 1000;
}

/** Read by the verifier's own quick way: the other library would take longer than the service. */
function saysRevoked(token: string, index: number): boolean {
  const { status_list } = jwt.decode(token) as unknown as { status_list: unknown };
  const statuses = readStatuses(status_list);
  return statuses !== undefined && statusAt(statuses, index) === STATUS.revoked;
}

async function measureSigning(databaseUrl: string, uri: string): Promise<Figure> {
  const db = databaseOn(postgresPool(databaseUrl));
  const keys = { active: generateSigningKey() };
  const ours = await rounds(() => signList({ db, now: Date.now, keys }, uri));
  const entries = await readEntries(db, uri);
  const raw = await rounds(() => signStatusList({ uri, at: Date.now(), entries }, keys.active));
  const bytes = await sizeOf(db, uri);
  await db.destroy();
  return {
    ...{ name: 'a status list of 131,072, half not valid, signed again', unit: 'ms', ours },
    raw: { value: raw, is: 'packed and signed, nothing read or kept' },
    target: { of: 'ours', atMost: RESIGN_WITHIN_MS },
    also: { 'entries not valid': entries.length, 'KB of token': bytes / 1024 },
  };
}

async function rounds(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const startedAt = performance.now();
    await work();
    times.push(performance.now() - startedAt);
  }
  return median(times);
}

async function sizeOf(db: Database, uri: string): Promise<number> {
  const list = await findList(db, [uri]);
  const { length } = await db
    .selectFrom('status_version')
    .select(({ fn }) => fn<number>('length', ['token']).as('length'))
    .where('list', '=', uri)
    .where('version', '=', list?.version ?? 0)
    .executeTakeFirstOrThrow();
  return length;
}

function untilPublic(seconds: readonly number[]): Figure {
  return {
    ...{ name: 'revoked until the full list says so', unit: 's', ours: Math.max(...seconds) },
    target: { of: 'ours', atMost: PUBLIC_WITHIN_S },
    also: { 's, median': median(seconds) },
  };
}
