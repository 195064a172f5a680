import { setTimeout as pause } from 'node:timers/promises';
import { type Paced, paced } from '../../../src/services/deliver/paced.ts';

const FOR_EVER_MS = 60_000;
const none = async () => {};

interface Running {
  sending: Paced;
  running: () => number;
  endOne: () => Promise<void>;
}

/** So many items that end one by one when told to. */
function begin(items: number): Running {
  const ends: (() => void)[] = [];
  const run = () => new Promise<void>((end) => ends.push(end));
  const all = Array.from({ length: items }, (_, at) => at);
  return {
    sending: paced(all, run, { forMs: FOR_EVER_MS, giveBack: none }),
    running: () => ends.length,
    async endOne() {
      ends.shift()?.();
      await pause(1);
    },
  };
}

test('one after another as long as nobody hurries it', async () => {
  const { sending, running, endOne } = begin(3);
  for (let ended = 0; ended < 3; ended += 1) {
    expect(running()).toBe(1);
    await endOne();
  }
  await sending.done;
});

test('one more at once each time it is told to hurry, and never more than five', async () => {
  const { sending, running, endOne } = begin(9);
  const seen: number[] = [];
  for (let told = 0; told < 6; told += 1) {
    sending.hurry();
    seen.push(running());
  }
  expect(seen).toEqual([2, 3, 4, 5, 5, 5]);
  while (running() > 0) await endOne();
  await sending.done;
});

test('hurrying begins nothing when nothing waits', async () => {
  const { sending, running, endOne } = begin(1);
  sending.hurry();
  expect(running()).toBe(1);
  await endOne();
  await sending.done;
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
  await paced([1, 2, 3, 4], run, { forMs: 50, giveBack }).done;
  expect([begun, back]).toEqual([[1], [2, 3, 4]]);
});

test('one that fails keeps none from its turn, and is told at the end', async () => {
  const done: number[] = [];
  const run = async (item: number) => {
    if (item === 1) throw new Error('no store');
    done.push(item);
  };
  const { done: all } = paced([1, 2, 3], run, { forMs: FOR_EVER_MS, giveBack: none });
  await expect(all).rejects.toThrow('no store');
  expect(done).toEqual([2, 3]);
});
