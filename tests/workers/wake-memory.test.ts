import { wakeMemory } from '../../workers/wake-memory.ts';
import { type Wake, wakesFor } from '../../workers/wake-ups.ts';

const due = { destination: 'd', slow: false, urgent: null, prompt: null, bulk: null, verify: null };
const wake = (since: number): Wake => ({ queue: 'deliver', destination: 'd', since });

/** Looks at these times, and tells at which of them it is woken. */
function wokenAt(looks: readonly (readonly [at: number, since: number | null])[]): number[] {
  const memory = wakeMemory();
  return looks.flatMap(([at, since]) => {
    const chosen = memory.choose(since === null ? [] : [wake(since)], at);
    memory.note(chosen, at);
    return chosen.length > 0 ? [at] : [];
  });
}

test('what stays due is woken again after 2 s, then after 4 and 8 and every 8', () => {
  const looks = Array.from({ length: 150 }, (_, i) => [i * 250, -5_000] as const);
  expect(wokenAt(looks)).toEqual([0, 2_000, 6_000, 14_000, 22_000, 30_000]);
});

test('newer work is told at once', () => {
  expect(
    wokenAt([
      [0, -5_000],
      [250, -5_000],
      [1_500, 1_400],
      [1_750, -5_000],
    ]),
  ).toEqual([0, 1_500]);
});

test('work is told at once although the transaction that made it began before the last wake-up', () => {
  expect(
    wokenAt([
      [10_000, 5_000],
      [10_250, 9_800],
    ]),
  ).toEqual([10_000, 10_250]);
});

test('what waits since the last wake-up is not newer, however young it is', () => {
  expect(
    wokenAt([
      [10_000, 9_900],
      [10_250, 9_900],
      [10_500, 10_400],
    ]),
  ).toEqual([10_000, 10_500]);
});

test('what was done and is due anew is told at once', () => {
  expect(
    wokenAt([
      [1_000, 0],
      [1_250, null],
      [1_500, 0],
    ]),
  ).toEqual([1_000, 1_500]);
});

test('a wake-up that failed is not remembered', () => {
  const memory = wakeMemory();
  expect(memory.choose([wake(0)], 0)).toHaveLength(1);
  expect(memory.choose([wake(0)], 250)).toHaveLength(1);
});

test('after a forgetting all that is due is told anew', () => {
  const memory = wakeMemory();
  memory.note(memory.choose([wake(-5_000)], 0), 0);
  expect(memory.choose([wake(-5_000)], 250)).toEqual([]);
  memory.forget();
  expect(memory.choose([wake(0)], 500)).toHaveLength(1);
});

test('each kind of work has its queue', () => {
  const all = { ...due, urgent: 1, prompt: 2, bulk: 3, verify: 4 };
  expect(wakesFor([all])).toEqual([
    { queue: 'urgent', destination: 'd', since: 1 },
    { queue: 'deliver', destination: 'd', since: 2 },
    { queue: 'bulk', destination: 'd', since: 3 },
    { queue: 'verify', destination: 'd', since: 4 },
  ]);
  expect(wakesFor([due])).toEqual([]);
});

test('a slow destination keeps only its like waiting, and its kills wait for none of them', () => {
  expect(wakesFor([{ ...due, slow: true, urgent: 1, prompt: 2 }])).toEqual([
    { queue: 'slow', destination: 'd', since: 1, urgent: true },
    { queue: 'slow', destination: 'd', since: 2 },
  ]);
});

test('what is urgent and what is not at a slow destination are remembered apart', () => {
  const memory = wakeMemory();
  const [urgent, plain] = wakesFor([{ ...due, slow: true, urgent: 1, prompt: 2 }]);
  if (!urgent || !plain) throw new Error('there are two');
  memory.note([plain], 5_000);
  expect(memory.choose([urgent, plain], 5_020)).toEqual([urgent]);
});
