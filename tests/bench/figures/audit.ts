import { setTimeout as sleep } from 'node:timers/promises';
import type { PostgresServer } from '../../support/servers/index.ts';
import { createDatabase, query } from '../bench-database.ts';
import type { Figure } from '../figure.ts';
import { ASKED_USE, seed } from '../seed.ts';
import { runCommand, type Service, startService } from '../service.ts';
import { median } from '../statistics.ts';

const EVENTS = 1_000_000;
/** As the figures name it: what is measured and what is claimed are one number. */
const MANY = EVENTS.toLocaleString('en');
const PER_LICENCE = 10;
/** Written and sealed together; what takes longer than a minute would look dated back. */
const CHUNK = 50_000;
const PROOFS = 200;
const VERIFIED_WITHIN_S = 60;
const WITHIN_MB = 512;
const PROVEN_WITHIN_MS = 20;

/** A record of a million events: how fast it is sealed, proven and verified. */
export async function measureAudit(postgres: PostgresServer): Promise<Figure[]> {
  const databaseUrl = await createDatabase(postgres, 'audit');
  const service = await startService({ DATABASE_URL: databaseUrl });
  const licence = await issueSample(service);
  let sealingMs = 0;
  for (let made = 0; made < EVENTS; made += CHUNK) {
    await writeEvents(databaseUrl, { licence, from: made / PER_LICENCE + 1 });
    sealingMs += await untilSealed(databaseUrl);
  }
  // As autovacuum leaves tables that have grown over years.
  await query(databaseUrl, 'vacuum analyze');
  const proof = await measureProofs(service, databaseUrl);
  await service.stop();
  const { ms, peakMb, output, code } = await runCommand(['audit', 'verify'], {
    DATABASE_URL: databaseUrl,
  });
  if (code !== 0) throw new Error(`audit verify found something:\n${output}`);
  return [
    proof,
    {
      ...{ name: `audit verify, ${MANY} events`, unit: 's', ours: ms / 1000 },
      target: { of: 'ours', atMost: VERIFIED_WITHIN_S },
      also: { 'events/s': EVENTS / (ms / 1000), 'sealed events/s': EVENTS / (sealingMs / 1000) },
    },
    {
      ...{ name: 'audit verify, most memory', unit: 'MB', ours: peakMb },
      target: { of: 'ours', atMost: WITHIN_MB },
    },
  ];
}

async function issueSample({ api }: Service): Promise<string> {
  const { articles, outlets } = await seed(api, { articles: 1, outlets: 1 });
  const ask = { articleId: articles[0], use: ASKED_USE };
  type Granted = { licence: { id: string } };
  const { licence } = await api.call<Granted>('POST', '/v1/requests', ask, outlets[0]?.key);
  return licence.id;
}

/** Licences like the sample, each with its event and others around it, as one transaction. */
async function writeEvents(
  databaseUrl: string,
  { licence, from }: { licence: string; from: number },
): Promise<void> {
  const last = from + CHUNK / PER_LICENCE - 1;
  await query(
    databaseUrl,
    `set session_replication_role = replica;
     begin;
     create temporary table made on commit drop as
       select place, uuid_v7() as licence, written_instant(now()) as at
       from generate_series(${from}, ${last}) place;
     insert into licence select another.* from licence l cross join made
       cross join lateral jsonb_populate_record(l, jsonb_build_object('id', made.licence,
         'series', made.licence, 'created_at', made.at, 'status_index', made.place,
         'status_list', l.status_list || '-full')) another
       where l.id = '${licence}';
     create temporary table told on commit drop as
       with issued as (
         select payload::jsonb as said from audit_payload join audit_event on id = event
         where type = 'licence.issued' and licence = '${licence}'
       ), other as (
         select payload::jsonb as said from audit_payload join audit_event on id = event
         where type = 'request.granted' limit 1
       )
       select uuid_v7() as event, made.*, n, case n when 1 then issued.said || jsonb_build_object(
           'subject', jsonb_build_object('kind', 'licence', 'id', made.licence),
           'after', issued.said->'after' || jsonb_build_object('series', made.licence,
             'created_at', made.at, 'status_index', made.place,
             'status_list', issued.said->'after'->>'status_list' || '-full'))
         else other.said end as said, uuid_send(gen_random_uuid()) as salt
       from made, issued, other, generate_series(1, ${PER_LICENCE}) n;
     update told set said = said || jsonb_build_object('id', event, 'at', at);
     insert into audit_event (id, at, type, actor_kind, actor_id, subject_kind, subject_id, licence,
         request_id, commitment)
       select event, at::timestamptz, said->>'type', said->'actor'->>'kind', said->'actor'->>'id',
         said->'subject'->>'kind', said->'subject'->>'id', case n when 1 then licence end,
         said->>'requestId', sha256(salt || convert_to(said::text, 'UTF8'))
       from told;
     insert into audit_payload (event, salt, payload) select event, salt, said::text from told;
     insert into audit_pending (event) select event from told;
     commit`,
  );
}

async function untilSealed(databaseUrl: string): Promise<number> {
  const startedAt = performance.now();
  for (;;) {
    const [row] = await query<{ waiting: boolean }>(
      databaseUrl,
      'select exists (select from audit_pending) as waiting',
    );
    if (row?.waiting === false) return performance.now() - startedAt;
    await sleep(100);
  }
}

async function measureProofs({ api }: Service, databaseUrl: string): Promise<Figure> {
  const rows = await query<{ id: string }>(
    databaseUrl,
    `select id from licence order by random() limit ${PROOFS}`,
  );
  const times: number[] = [];
  for (const { id } of rows) {
    const startedAt = performance.now();
    await api.call('GET', `/v1/licences/${id}/proof`);
    times.push(performance.now() - startedAt);
  }
  return {
    ...{ name: `inclusion proof among ${MANY}`, unit: 'ms', ours: median(times) },
    target: { of: 'ours', atMost: PROVEN_WITHIN_MS },
    also: { 'slowest ms': Math.max(...times) },
  };
}
