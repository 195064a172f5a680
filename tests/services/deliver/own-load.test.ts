import { setTimeout as pause } from 'node:timers/promises';
import { ownLoad } from '../../../src/services/deliver/own-load.ts';

/** Keeps this process from doing anything else, in turns of its event loop. */
async function work(ms: number): Promise<void> {
  const until = performance.now() + ms;
  while (performance.now() < until) {
    const turn = performance.now() + 5;
    while (performance.now() < turn);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test('a process that waits is not busy, and one that works is, as long as it does', async () => {
  const isBusy = ownLoad();
  await pause(150);
  expect(isBusy()).toBe(false);
  await work(200);
  expect(isBusy()).toBe(true);
  await pause(200);
  expect(isBusy()).toBe(false);
});
