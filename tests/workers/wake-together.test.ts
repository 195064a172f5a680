import type { WakeUp } from '../../src/queue/queues.ts';
import { wakeTogether } from '../../workers/wake-together.ts';

/** A queue that keeps what it is told, or is away. */
function queue(isAway = false) {
  const calls: [string, string[]][] = [];
  const add = async (name: string, wakeUps: readonly WakeUp[]) => {
    calls.push([name, wakeUps.map(({ destination }) => destination)]);
    if (isAway) throw new Error('the queue is away');
  };
  return { calls, wake: wakeTogether(add) };
}

test('those that are woken at the same time are woken by one call for each queue', async () => {
  const { calls, wake } = queue();
  await Promise.all([
    wake('deliver', { destination: 'a' }),
    wake('urgent', { destination: 'b' }),
    wake('deliver', { destination: 'c' }),
  ]);
  await wake('deliver', { destination: 'a' });
  expect(calls).toEqual([
    ['deliver', ['a', 'c']],
    ['urgent', ['b']],
    ['deliver', ['a']],
  ]);
});

test('a queue that is away fails nobody', async () => {
  const { calls, wake } = queue(true);
  await expect(wake('deliver', { destination: 'a' })).resolves.toBeUndefined();
  expect(calls).toHaveLength(1);
});
