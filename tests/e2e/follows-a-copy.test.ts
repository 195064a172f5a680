import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { memoryStore, nodeHandler, openReceiver } from '../../src/receiver/index.ts';
import { addOutlet, publish, seedHouse } from '../support/seed.ts';
import { freePort } from '../support/servers/free-port.ts';
import { type ServiceProcess, startService } from '../support/service-process.ts';
import { beside, type Ground, groundFor } from '../support/tiers.ts';
import { until } from '../support/until.ts';

interface Line {
  msg: string;
  requestId?: string;
  raisedBy?: string;
  placement?: string;
  [name: string]: unknown;
}

let ground: Ground;
let api: ServiceProcess;
let workers: ServiceProcess;
let watched = '';
const outletSystem = createServer();
const secrets: string[] = [];

beforeAll(async () => {
  ground = await groundFor('PostgreSQL');
  api = startService(ground.env, 'api');
  await api.ready();
  const port = await freePort();
  watched = `http://127.0.0.1:${port}`;
  workers = startService({ ...(await beside(ground.env)), METRICS_PORT: String(port) }, 'workers');
  await workers.ready();
  const site = { publish: async () => ({ id: 'post-7' }), remove: async () => {} };
  const receiver = openReceiver({ secrets: () => secrets, store: memoryStore(), site });
  outletSystem.on('request', nodeHandler(receiver));
  await once(outletSystem.listen(0, '127.0.0.1'), 'listening');
}, 240_000);

afterAll(async () => {
  await Promise.all([api?.kill(), workers?.kill()]);
  outletSystem.close();
  await ground?.remove();
});

function linesOf(service: ServiceProcess): Line[] {
  return service
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line);
}

test('one copy is followed from the request that wanted it to its receipt', async () => {
  const url = String(ground.env.PUBLIC_URL);
  const admin = await seedHouse(url);
  const outlet = await addOutlet(admin, url);
  const { port } = outletSystem.address() as AddressInfo;
  const settings = { url: `http://127.0.0.1:${port}/imprimatur` };
  const made = await outlet.api.post<{ settings: { secret: string } }>(
    `/v1/outlets/${outlet.id}/destinations`,
    { channel: 'webhook', format: 'html', settings },
  );
  secrets.push(made.body.settings.secret);
  const articleId = await publish(admin);
  // Of changes that are worked out together, the first is named.
  await until('the article is worked out', async () =>
    (await (await fetch(`${watched}/metrics`)).text()).includes('imprimatur_outbox_waiting 0'),
  );
  const asked = await outlet.api.post<{ licence: { id: string; token: string } }>('/v1/requests', {
    articleId,
    use: {
      media: ['web'],
      territories: ['world'],
      until: new Date(Date.now() + 9e7).toISOString(),
    },
  });
  const { licence } = asked.body;
  const requestId = String(asked.headers.get('x-request-id'));

  const answered = await until('the request is logged', () =>
    linesOf(api).find((line) => line.requestId === requestId && line.msg === 'answered'),
  );
  expect(answered).toMatchObject({ method: 'POST', route: '/v1/requests', status: 201 });

  const attempt = await until(
    'the try is logged',
    () => linesOf(workers).find((line) => line.requestId === requestId && line.msg === 'attempt'),
    30_000,
  );
  expect(attempt).toMatchObject({
    licence: licence.id,
    outcome: 'placed',
    confirmed: true,
    seq: 1,
  });
  const { placement } = attempt;

  const receipt = await outlet.api.post<{ id: string }>(`/v1/licences/${licence.id}/receipts`, {
    url: 'https://courier.example/pilot-boat',
  });
  const confirmed = await until('the receipt is logged', () =>
    linesOf(api).find((line) => line.msg === 'confirmed' && line.placement === placement),
  );
  expect(confirmed).toMatchObject({
    raisedBy: requestId,
    requestId: receipt.headers.get('x-request-id'),
    licence: licence.id,
    by: 'receipt',
    receipt: receipt.body.id,
  });

  const all = api.output() + workers.output();
  for (const secret of [licence.token, ...secrets, 'silent']) expect(all).not.toContain(secret);
}, 120_000);

test('a process that only works tells how it does on a port of its own', async () => {
  const [alive, ready, metrics, other] = await Promise.all(
    ['/healthz', '/readyz', '/metrics', '/v1/articles'].map((path) => fetch(`${watched}${path}`)),
  );
  expect([alive?.status, ready?.status, other?.status]).toEqual([200, 200, 404]);
  const text = (await metrics?.text()) ?? '';
  expect(metrics?.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(text).toContain('imprimatur_attempts_total{purpose="deliver",outcome="placed"} 1');
  expect(text).toContain('imprimatur_commit_to_confirmed_seconds_count{wanted="text"} 1');
  expect(text).toMatch(/^nodejs_version_info/m);
  expect(text).not.toMatch(/courier|harbour/i);
});

test('the processes that answer requests tell it too', async () => {
  const text = await (await fetch(`${String(ground.env.PUBLIC_URL)}/metrics`)).text();
  expect(text).toContain('imprimatur_database_up 1');
});
