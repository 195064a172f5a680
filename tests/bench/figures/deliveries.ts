import { setTimeout as sleep } from 'node:timers/promises';
import type { PostgresServer } from '../../support/servers/index.ts';
import { createDatabase, query } from '../bench-database.ts';
import type { Figure } from '../figure.ts';
import { runProgram } from '../program.ts';
import type { PostLoopInput } from '../programs/post-loop.ts';
import { startReceiver } from '../receiver.ts';
import { addWebhook, requestAll, seed } from '../seed.ts';
import { type Service, startService } from '../service.ts';

const ARTICLES = 40;
const DESTINATIONS = 50;
const PLACEMENTS = ARTICLES * DESTINATIONS;
const RAISED_WITHIN_MS = 60_000;

/** Deliveries a second of what waits at once, next to a loop that only signs and posts. */
export async function measureDeliveries(postgres: PostgresServer): Promise<Figure[]> {
  const databaseUrl = await createDatabase(postgres, 'deliveries');
  const receiver = await startReceiver();
  const service = await startService({ DATABASE_URL: databaseUrl });
  const destinations = await fillUp(service, databaseUrl, receiver.origin);
  const arriving = receiver.expect(PLACEMENTS);
  const startedAt = Date.now();
  await Promise.all(destinations.map((id) => turn(service, id, 'resume')));
  const { lastAt, repeated, sample: body } = await arriving;
  const posted: PostLoopInput = {
    ...{ origin: receiver.origin, body, connections: DESTINATIONS, count: PLACEMENTS },
  };
  const raw = await runProgram<{ perSecond: number }>('post-loop', posted);
  await service.stop();
  await receiver.stop();
  return [
    {
      ...{ name: `deliveries, ${DESTINATIONS} destinations`, unit: 'deliveries/s' },
      ours: PLACEMENTS / ((lastAt - startedAt) / 1000),
      raw: { value: raw.perSecond, is: 'signed and posted alone' },
      also: { 'all s': (lastAt - startedAt) / 1000, 'sent twice': repeated },
    },
  ];
}

/** Leaves every placement waiting at a paused destination. */
async function fillUp(service: Service, databaseUrl: string, receiver: string): Promise<string[]> {
  const seeded = await seed(service.api, { articles: ARTICLES, outlets: DESTINATIONS });
  const destinations: string[] = [];
  for (const outlet of seeded.outlets) {
    const id = await addWebhook(service.api, outlet, receiver);
    await turn(service, id, 'pause');
    destinations.push(id);
  }
  await requestAll(service.api, seeded);
  await untilRaised(databaseUrl);
  return destinations;
}

async function untilRaised(databaseUrl: string): Promise<void> {
  const deadline = Date.now() + RAISED_WITHIN_MS;
  const count = 'select count(*)::int as raised from placement';
  while (Date.now() < deadline) {
    const [row] = await query<{ raised: number }>(databaseUrl, count);
    if (row?.raised === PLACEMENTS) return;
    await sleep(100);
  }
  throw new Error('the relay did not raise every placement');
}

function turn({ api }: Service, destination: string, to: 'pause' | 'resume'): Promise<unknown> {
  return api.call('POST', `/v1/destinations/${destination}/${to}`, {});
}
