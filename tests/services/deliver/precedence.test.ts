import { setTimeout as pause } from 'node:timers/promises';
import { givePrecedence } from '../../../src/services/deliver/precedence.ts';

test('what is not urgent waits until the last of what is urgent has ended', async () => {
  const { begin, clear } = givePrecedence();
  const endOne = begin();
  const endOther = begin();
  const seen: string[] = [];
  const waiting = clear().then(() => seen.push('ordinary'));
  endOne();
  await pause(20);
  seen.push('urgent');
  endOther();
  await waiting;
  expect(seen).toEqual(['urgent', 'ordinary']);
});

test('it waits for nothing where nothing is urgent', async () => {
  const { begin, clear } = givePrecedence();
  begin()();
  await clear();
  expect(await Promise.race([clear().then(() => 'at once'), pause(50, 'late')])).toBe('at once');
});

test('urgent work that hangs holds the rest up for a second and no longer', async () => {
  const { begin, clear } = givePrecedence();
  const startedAt = performance.now();
  const end = begin();
  await clear();
  const waited = performance.now() - startedAt;
  expect(waited).toBeGreaterThan(900);
  // What begins after one that hangs still goes first.
  const endNext = begin();
  let isClear = false;
  const waiting = clear().then(() => {
    isClear = true;
  });
  end();
  await pause(20);
  expect(isClear).toBe(false);
  endNext();
  await waiting;
});
