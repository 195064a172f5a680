import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureServers } from '../support/servers/install-servers.ts';
import { query, startDurablePostgres } from './bench-database.ts';
import type { Figure } from './figure.ts';
import { measureArticles } from './figures/articles.ts';
import { measureAudit } from './figures/audit.ts';
import { measureCostCurve } from './figures/cost-curve.ts';
import { measureDeliveries } from './figures/deliveries.ts';
import { measureDueScan } from './figures/due-scan.ts';
import { measureEmbedded } from './figures/embedded.ts';
import { measureFairness } from './figures/fairness.ts';
import { measureFanOut } from './figures/fan-out.ts';
import { measureFirstByte } from './figures/first-byte.ts';
import { measureHostileBodies } from './figures/hostile-bodies.ts';
import { measureIssue } from './figures/issue.ts';
import { measureKillBehind } from './figures/kill-behind.ts';
import { measureOneForMany } from './figures/one-for-many.ts';
import { measureStatus } from './figures/status.ts';
import { measureVerify } from './figures/verify.ts';
import { thisMachine } from './machine.ts';
import { asJson, asTable } from './report.ts';

const MEASURES = {
  articles: measureArticles,
  outlets: measureOneForMany,
  hostile: measureHostileBodies,
  embedded: measureEmbedded,
  issue: measureIssue,
  'fan-out': measureFanOut,
  deliveries: measureDeliveries,
  'first-byte': measureFirstByte,
  kill: measureKillBehind,
  fairness: measureFairness,
  due: measureDueScan,
  cost: measureCostCurve,
  status: measureStatus,
  verify: measureVerify,
  audit: measureAudit,
} as const;
type Name = keyof typeof MEASURES;

const names = Object.keys(MEASURES) as Name[];

/** Takes the chosen figures one after the other, so that none disturbs another. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: names.join() },
      json: { type: 'string', default: join(tmpdir(), 'imprimatur-bench.json') },
    },
  });
  const chosen = values.only.split(',').map(nameOf);
  ensureServers();
  const postgres = await startDurablePostgres();
  const machine = thisMachine(await versionOf(postgres.url));
  const figures: Figure[] = [];
  for (const name of chosen) {
    console.error(`Measuring ${name} …`);
    figures.push(...(await MEASURES[name](postgres)));
  }
  await postgres.stop();
  console.log(asTable(machine, figures));
  writeFileSync(values.json, asJson(machine, figures));
  console.log(`\nThe same as JSON: ${values.json}`);
}

function nameOf(text: string): Name {
  const name = names.find((known) => known === text);
  if (!name) throw new Error(`--only takes ${names.join(', ')}; not ${text}`);
  return name;
}

async function versionOf(url: string): Promise<string> {
  const [row] = await query<{ server_version: string }>(url, 'show server_version');
  return row?.server_version ?? 'unknown';
}

await main();
