import { setTimeout as pause } from 'node:timers/promises';
import { paced } from '../../../src/services/deliver/paced.ts';

const FOR_EVER_MS = 60_000;
const none = async () => {};

/** Runs so many items that each take as long, and answers how many ran at once at most. */
async function mostAtOnce(items: number, eachMs: number): Promise<number> {
  let running = 0;
  let most = 0;
  const run = async () => {
    running += 1;
    most = Math.max(most, running);
    await pause(eachMs);
    running -= 1;
  };
  await paced(
    Array.from({ length: items }, (_, at) => at),
    run,
    { forMs: FOR_EVER_MS, giveBack: none },
  );
  return most;
}

test('a quick receiver is served one after another', async () => {
  expect(await mostAtOnce(20, 5)).toBe(1);
});

test('a slow one is given several at once, and never more than five', async () => {
  expect(await mostAtOnce(12, 1_500)).toBe(5);
});

test('what has not begun in time is given back although something still runs', async () => {
  const begun: number[] = [];
  const back: number[] = [];
  let isRunning = true;
  const run = async (item: number) => {
    begun.push(item);
    await pause(400);
    isRunning = false;
  };
  const giveBack = async (rest: readonly number[]) => {
    expect(isRunning).toBe(true);
    back.push(...rest);
  };
  await paced([1, 2, 3, 4], run, { forMs: 50, giveBack });
  expect([begun, back]).toEqual([[1], [2, 3, 4]]);
});

test('one that fails keeps none from its turn, and is told at the end', async () => {
  const done: number[] = [];
  const run = async (item: number) => {
    if (item === 1) throw new Error('no store');
    done.push(item);
  };
  const all = paced([1, 2, 3], run, { forMs: FOR_EVER_MS, giveBack: none });
  await expect(all).rejects.toThrow('no store');
  expect(done).toEqual([2, 3]);
});
