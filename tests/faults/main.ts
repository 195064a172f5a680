import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startSharedServers, stopSharedServers } from '../support/servers/shared-servers.ts';
import { asJson, asTable, type Outcome } from './report.ts';
import { type Scenario, survived, type Tally } from './scenario.ts';
import { SCENARIOS } from './scenarios/index.ts';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => process.exit(1));
}

/** Plays the chosen scenarios one after the other, so that none disturbs another. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: '' },
      tier: { type: 'string' },
      json: { type: 'string' },
      short: { type: 'boolean', default: false },
    },
  });
  const chosen = SCENARIOS.filter(({ name }) => name.includes(values.only));
  if (chosen.length === 0) throw new Error(`no fault is called ${values.only}:\n${names()}`);
  await startSharedServers();
  const outcomes: Outcome[] = [];
  const play = (scenario: Scenario) => playOn(scenario, values.tier, !values.short);
  for (const scenario of chosen) outcomes.push(...(await play(scenario)));
  await stopSharedServers();
  console.log(asTable(outcomes));
  if (values.json) writeFileSync(values.json, asJson(outcomes));
  const all = outcomes.every(({ scenario, tally }) => survived(scenario, tally));
  process.exitCode = all ? 0 : 1;
}

async function playOn(
  scenario: Scenario,
  only: string | undefined,
  full: boolean,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const tier of scenario.tiers.filter((each) => !only || each === only)) {
    console.error(`${scenario.name} (${tier}) …`);
    const tally = await scenario.run({ tier, full }).catch(failed);
    console.error(`  ${JSON.stringify(tally)}`);
    outcomes.push({ scenario, tier, tally });
  }
  return outcomes;
}

/** A scenario that breaks off has shown nothing, and so has not been survived. */
function failed(error: unknown): Tally {
  const { stack } = error as Error;
  const broken = [`It broke off: ${stack}`];
  return { lost: 0, outOfOrder: 0, duplicated: 0, recoveryMs: 0, broken };
}

function names(): string {
  return SCENARIOS.map(({ name }) => `  ${name}`).join('\n');
}

await main();
