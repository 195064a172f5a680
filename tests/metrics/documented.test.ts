import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { exposeMetrics } from '../../src/services/expose-metrics.ts';
import { sweep } from '../../src/services/relay/sweep.ts';
import { connect } from '../receiver/connected.ts';
import { type TestService, testService } from '../support/context.ts';
import { sealAll } from '../support/sealed-log.ts';

interface Exposed {
  /** By name. */
  kinds: Map<string, string>;
  /** The sum over all labels; of a histogram, how often it was observed. */
  sums: Map<string, number>;
}

let service: TestService;
let document = '';
/** Each look is a second later, so that no figure is one of before. */
let clock = Date.now();
beforeAll(async () => {
  service = await testService();
  document = await readFile(new URL('../../docs/operating.md', import.meta.url), 'utf8');
});
afterAll(() => service.close());

async function expose(): Promise<Exposed> {
  clock += 1_000;
  const { text } = await exposeMetrics({ ...service.ctx, now: () => clock });
  const kinds = new Map<string, string>();
  const sums = new Map<string, number>();
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const [, described = '', kind = ''] = line.match(/^# TYPE (\w+) (\w+)$/) ?? [];
    if (described) kinds.set(described, kind);
    if (line.startsWith('#')) continue;
    const [, name = '', value = ''] = line.match(/^(\w+)(?:\{[^{}]*\})? (\S+)$/) ?? [];
    if (!/^(?:[+-]?Inf|NaN|[\d.e+-]+)$/i.test(value)) throw new Error(`no sample: ${line}`);
    const of = name.replace(/_count$/, '');
    sums.set(of, (sums.get(of) ?? 0) + Number(value));
  }
  return { kinds, sums };
}

const documented = () =>
  new Map(
    [...document.matchAll(/^\| `(imprimatur_\w+)` +\| (\w+) +\|/gm)].map(
      ([, name, kind]) => [String(name), String(kind)] as const,
    ),
  );

test('every metric is documented, as what it is, and none that is not there', async () => {
  const { kinds } = await expose();
  const ours = [...kinds].filter(([name]) => name.startsWith('imprimatur_'));
  expect(Object.fromEntries(documented())).toEqual(Object.fromEntries(ours));
});

test('every alert asks for metrics that there are', async () => {
  const { kinds } = await expose();
  const alerts = [...document.matchAll(/^\| `([^`]*[<>][^`]*)`/gm)].map(([, alert]) =>
    String(alert),
  );
  expect(alerts.length).toBeGreaterThan(10);
  const asked = alerts.flatMap((alert) => alert.match(/imprimatur_\w+/g) ?? []);
  expect(asked.filter((name) => !kinds.has(name.replace(/_bucket$/, '')))).toEqual([]);
});

test('what Node knows of the process is told where a process asks for it', async () => {
  service.ctx.metrics.watchProcess();
  const { kinds } = await expose();
  const [, names = ''] = document.match(/Beside these([\s\S]*?)\n\n/) ?? [];
  const named = [...names.matchAll(/`(\w+)`/g)].map(([, name]) => String(name));
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((name) => !kinds.has(name))).toEqual([]);
});

test('every metric moves with what it is about', async () => {
  const connected = await connect(service);
  const { stories, outlet, destination, send } = connected;
  await sealAll(service.ctx);
  await stories.relay();
  const before = await expose();

  const [placed, lost] = [await stories.newsroom.putIn(), await stories.newsroom.putIn()];
  await outlet.ask(placed);
  await send();
  await outlet.ask(lost);
  await stories.relay();
  await sql`delete from placement where article = ${lost}`.execute(service.db);
  await sweep(service.ctx);
  await service.ctx.egress
    .request({ url: 'http://192.0.2.1/', method: 'GET', headers: {} })
    .catch(() => undefined);
  await sql`update outbox set created_at = now() - interval '1 minute'`.execute(service.db);
  await sql`
    update placement set wanted_op = 'withdraw', wanted_reason = 'killed', urgent = true,
      dead = true, wanted_seq = 2, confirmed_seq = 1, next_at = now() - interval '1 minute',
      raised_at = now() - interval '1 minute'
    where article = ${placed}`.execute(service.db);
  await sql`update destination set open_until = now() + interval '1 hour'
    where id = ${destination}`.execute(service.db);
  const other = await stories.newsroom.outlet();
  const { id } = await other.addDestination();
  await sql`update destination set state = 'paused' where id = ${id}`.execute(service.db);

  const after = await expose();
  await connected.close();
  const moved = [...documented().keys()].filter(
    (name) => (after.sums.get(name) ?? 0) > (before.sums.get(name) ?? 0),
  );
  const still = [...documented().keys()].filter((name) => !moved.includes(name));
  expect(still).toEqual(['imprimatur_database_up']);
  expect(after.sums.get('imprimatur_database_up')).toBe(1);
});
