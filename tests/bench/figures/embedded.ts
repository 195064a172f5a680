import { join } from 'node:path';
import { createServerDirectory } from '../../support/servers/server-directory.ts';
import type { Figure } from '../figure.ts';
import { runProgram, startProgram } from '../program.ts';
import type { BarePgliteInput } from '../programs/bare-pglite.ts';
import type { PostLoopInput } from '../programs/post-loop.ts';
import { type Receiver, startReceiver } from '../receiver.ts';
import { residentMb } from '../resident-memory.ts';
import { addWebhook, requestAll, seed } from '../seed.ts';
import { type Service, startService } from '../service.ts';

const ARTICLES = 50;
const OUTLETS = 20;
const DELIVERIES = ARTICLES * OUTLETS;
const FIRST_WITHIN_S = 8;
const NEXT_WITHIN_S = 3;
const WITHIN_MB = 350;

/** The service with nothing but Node, next to its database alone. */
export async function measureEmbedded(): Promise<Figure[]> {
  const directory = createServerDirectory('bench');
  const receiver = await startReceiver();
  const env = { DATA_DIR: join(directory.path, 'data') };
  const first = await startService(env);
  const delivered = await deliverAll(first, receiver);
  const ours = { first: first.readyAfterMs, residentMb: residentMb(first.pid) };
  await first.stop();
  const next = await startService(env);
  await next.stop();
  const bare = join(directory.path, 'bare');
  const raw = { first: await openBare(bare), next: await openBare(bare) };
  await receiver.stop();
  await directory.remove();
  return [
    startFigure('embedded, first start', ours.first, raw.first.ms, FIRST_WITHIN_S),
    startFigure('embedded, next start', next.readyAfterMs, raw.next.ms, NEXT_WITHIN_S),
    {
      ...{ name: `embedded, resident after ${DELIVERIES} deliveries`, unit: 'MB' },
      ours: ours.residentMb,
      raw: { value: raw.first.residentMb, is: 'PGlite alone, new' },
      target: { of: 'ours', atMost: WITHIN_MB },
    },
    delivered,
  ];
}

function startFigure(name: string, ms: number, rawMs: number, atMost: number): Figure {
  const raw = { value: rawMs / 1000, is: 'PGlite alone' };
  return { name, unit: 's', ours: ms / 1000, raw, target: { of: 'ours', atMost } };
}

/** Has everything licensed and delivered, from the first request to the last arrival. */
async function deliverAll({ api }: Service, receiver: Receiver): Promise<Figure> {
  const seeded = await seed(api, { articles: ARTICLES, outlets: OUTLETS });
  for (const outlet of seeded.outlets) await addWebhook(api, outlet, receiver.origin);
  const arriving = receiver.expect(DELIVERIES);
  const startedAt = Date.now();
  await requestAll(api, seeded);
  const requestedAt = Date.now();
  const { lastAt, repeated, sample: body } = await arriving;
  const input: PostLoopInput = {
    ...{ origins: [receiver.origin], body, concurrency: OUTLETS, count: DELIVERIES },
  };
  const { perSecond } = await runProgram<{ perSecond: number }>('post-loop', input);
  return {
    ...{ name: 'embedded, licensed and delivered', unit: 'deliveries/s' },
    ours: DELIVERIES / ((lastAt - startedAt) / 1000),
    raw: { value: perSecond, is: 'signed and posted alone' },
    also: {
      'all s': (lastAt - startedAt) / 1000,
      'of which requests s': (requestedAt - startedAt) / 1000,
      'sent twice': repeated,
    },
  };
}

async function openBare(directory: string): Promise<{ ms: number; residentMb: number }> {
  const startedAt = performance.now();
  const program = startProgram('bare-pglite', { directory } satisfies BarePgliteInput);
  await program.next();
  const seen = { ms: performance.now() - startedAt, residentMb: residentMb(program.pid) };
  await program.stop();
  return seen;
}
