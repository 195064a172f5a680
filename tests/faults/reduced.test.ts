import { type Scenario, survived, type Tally } from './scenario.ts';
import { SCENARIOS } from './scenarios/index.ts';

/** They mostly wait, for leases and time-outs, and may do that beside each other. */
const AT_ONCE = 3;
const LONGEST_MS = 240_000;

const waiting = SCENARIOS.filter(({ reduced }) => reduced);
const names = waiting.map(({ name }) => name);
const tallies = new Map<string, Tally | Error>();

beforeAll(async () => {
  const playNext = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      tallies.set(next.name, await play(next));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, playNext));
}, LONGEST_MS);

async function play(scenario: Scenario): Promise<Tally | Error> {
  const [tier = 'PostgreSQL'] = scenario.tiers;
  return scenario.run({ tier, full: false }).catch((error: Error) => error);
}

test.each(names)('survived: %s', (name) => {
  const scenario = SCENARIOS.find((each) => each.name === name);
  const tally = tallies.get(name);
  if (!scenario || !tally || tally instanceof Error) throw tally ?? new Error('it was not played');
  const { lost, outOfOrder, duplicated, broken } = tally;
  expect({ lost, outOfOrder, duplicated, broken }).toEqual({
    ...{ lost: 0, outOfOrder: 0, duplicated: 0, broken: [] },
  });
  expect(tally.recoveryMs).toBeLessThanOrEqual(scenario.boundMs);
  expect(survived(scenario, tally)).toBe(true);
});
