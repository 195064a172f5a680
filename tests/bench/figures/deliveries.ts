import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { type PostgresServer, startRedis } from '../../support/servers/index.ts';
import { createDatabase } from '../bench-database.ts';
import { openFeedHouse } from '../feed-house.ts';
import type { Figure } from '../figure.ts';
import { mannersOf, startOutlets } from '../outlets.ts';
import { runProgram } from '../program.ts';
import type { PostLoopInput, PostLoopResult } from '../programs/post-loop.ts';
import { startService } from '../service.ts';

interface Case {
  name: string;
  outlets: number;
  stories: number;
  tls: boolean;
  ratio: number;
}

const CASES: readonly Case[] = [
  { name: 'HTTP', outlets: 200, stories: 50, tls: false, ratio: 0.5 },
  { name: 'HTTPS', outlets: 500, stories: 4, tls: true, ratio: 0.6 },
];

/** Sends under way at once, in the raw loop; the service has up to as many. */
const CONCURRENCY = 200;

/**
 * Placements that wait at once, from the moment that they may go until every attempt is written
 * down, next to a loop that only signs and posts the same bytes to the same receivers.
 */
export async function measureDeliveries(postgres: PostgresServer): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const each of CASES) figures.push(await measure(postgres, each));
  return figures;
}

async function measure(postgres: PostgresServer, of: Case): Promise<Figure> {
  const { name, outlets: count, stories, tls, ratio } = of;
  const certificate = tls ? await makeCertificate() : undefined;
  const databaseUrl = await createDatabase(postgres, `deliveries_${name.toLowerCase()}`);
  const outlets = await startOutlets({ manners: mannersOf(count, {}), tls: certificate?.pair });
  const redis = await startRedis();
  const service = await startService({
    ...{ DATABASE_URL: databaseUrl, REDIS_URL: redis.url },
    ...certificate?.env,
  });
  const house = await openFeedHouse(service, databaseUrl, outlets.origins);
  const placements = count * stories;
  await house.turn('paused');
  await house.publish(stories);
  await house.until('select count(*) from placement', placements);
  const arriving = outlets.expect(placements);
  const startedAt = performance.now();
  await house.turn('active');
  // Asked only when all have arrived, so that asking takes no time from those that do the work.
  const { sample: body, repeated } = await arriving;
  await house.until('select count(*) from attempt', placements);
  const ms = performance.now() - startedAt;
  const raw = await runProgram<PostLoopResult>('post-loop', {
    ...{ origins: outlets.origins, body, concurrency: CONCURRENCY, count: placements },
    ca: certificate?.pair.cert,
  } satisfies PostLoopInput);
  await service.stop();
  await outlets.stop();
  await redis.stop();
  certificate?.remove();
  return {
    ...{ name: `${placements} placements over ${name} to ${count} origins`, unit: 'deliveries/s' },
    ours: (placements * 1000) / ms,
    raw: { value: raw.perSecond, is: 'the same bytes signed and posted alone' },
    target: { of: 'ratio', atLeast: ratio },
    also: { 'all s': ms / 1000, 'sent twice': repeated },
  };
}

/** For 127.0.0.1, and told to the service as one more authority to trust. */
async function makeCertificate() {
  const made = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    keyType: 'ec',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
    ],
  });
  const directory = mkdtempSync(join(tmpdir(), 'imprimatur-bench-ca-'));
  const file = join(directory, 'ca.pem');
  writeFileSync(file, made.cert);
  return {
    pair: { key: made.private, cert: made.cert },
    env: { NODE_EXTRA_CA_CERTS: file },
    remove: () => rmSync(directory, { recursive: true }),
  };
}
