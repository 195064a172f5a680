import fc from 'fast-check';
import { playLife } from '../interleavings/play-life.ts';
import { life } from '../interleavings/step.ts';
import { openPremises } from '../interleavings/world.ts';
import type { Play, Scenario, Tally } from '../scenario.ts';

const MINUTES = 5;
const SHORT_MS = 30_000;

/** Anything in any order, held against a model. What is found is told with its seed, shrunk. */
async function anyLife({ full }: Play): Promise<Tally> {
  const premises = await openPremises();
  const interruptAfterTimeLimit = full ? MINUTES * 60_000 : SHORT_MS;
  try {
    const property = fc.asyncProperty(life, async (steps) => {
      const found = await playLife(premises, steps);
      if (found.length > 0) throw new Error(found.join('\n'));
    });
    const details = await fc.check(property, { numRuns: 100_000, interruptAfterTimeLimit });
    const broken = details.failed ? [fc.defaultReportMessage(details) ?? 'It failed.'] : [];
    return { lost: 0, outOfOrder: 0, duplicated: 0, recoveryMs: 0, broken };
  } finally {
    await premises.close();
  }
}

export const INTERLEAVINGS: readonly Scenario[] = [
  {
    name: 'Random interleavings, held against a model',
    ...{ tiers: ['PostgreSQL'], boundMs: 0, reduced: false, run: anyLife },
  },
];
