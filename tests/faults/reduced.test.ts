import type { Scenario, Tally } from './scenario.ts';
import { SCENARIOS } from './scenarios/index.ts';

/** They mostly wait, for leases and time-outs, and may do that beside each other. */
const AT_ONCE = 3;
const LONGEST_MS = 400_000;
/** The bounds are those of a machine that does nothing else; here other tests run beside. */
const BESIDE_OTHERS = 3;

const REDUCED = SCENARIOS.filter(({ reduced }) => reduced);

interface Played {
  scenario: Scenario;
  tally: Promise<Tally>;
}

/** Begins them all in their order, no more than a few at once; how each went is awaited one by one. */
function playAll(scenarios: readonly Scenario[]): Played[] {
  const lanes: Promise<unknown>[] = Array.from({ length: AT_ONCE }, async () => {});
  return scenarios.map((scenario, at) => {
    const tally = Promise.resolve(lanes[at % AT_ONCE]).then(() => {
      const [tier = 'PostgreSQL'] = scenario.tiers;
      return scenario.run({ tier, full: false });
    });
    lanes[at % AT_ONCE] = tally.catch(() => {});
    return { scenario, tally };
  });
}

let played: Played[];
beforeAll(() => {
  played = playAll(REDUCED);
});

test.each(REDUCED)(
  'survived: $name',
  async ({ name }) => {
    const { scenario, tally } = played.find((each) => each.scenario.name === name) as Played;
    const { recoveryMs, ...counted } = await tally;
    expect(counted).toEqual({ lost: 0, outOfOrder: 0, duplicated: 0, broken: [] });
    expect(recoveryMs).toBeLessThanOrEqual(scenario.boundMs * BESIDE_OTHERS);
  },
  LONGEST_MS,
);
