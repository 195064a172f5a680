import fc from 'fast-check';
import { playLife } from './play-life.ts';
import { life } from './step.ts';
import { openPremises, type Premises } from './world.ts';

const SHORT_MS = 30_000;

let premises: Premises;
beforeAll(async () => {
  premises = await openPremises();
}, 60_000);
afterAll(() => premises.close());

test('whatever happens in whatever order, each outlet ends with what it may have, and saw nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(life, async (steps) => {
      expect(await playLife(premises, steps)).toEqual([]);
    }),
    { numRuns: 200, interruptAfterTimeLimit: SHORT_MS },
  );
}, 120_000);
