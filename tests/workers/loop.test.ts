import { pino } from 'pino';
import { startLoop } from '../../workers/loop.ts';

const log = pino({ level: 'silent' });
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('runs never overlap, and a nudge during a run has it run once more', async () => {
  let running = 0;
  let most = 0;
  let runs = 0;
  const work = async () => {
    runs += 1;
    running += 1;
    most = Math.max(most, running);
    await pause(20);
    running -= 1;
  };
  const loop = startLoop('test', 60_000, work, log);
  for (let i = 0; i < 10; i += 1) loop.nudge();
  await pause(80);
  await loop.stop();
  expect({ runs, most }).toEqual({ runs: 2, most: 1 });
});

test('a run that fails is followed by the next', async () => {
  let runs = 0;
  const loop = startLoop(
    'test',
    5,
    async () => {
      runs += 1;
      throw new Error('not now');
    },
    log,
  );
  await pause(100);
  await loop.stop();
  expect(runs).toBeGreaterThan(2);
});

test('stopping waits for the run in hand and starts no other', async () => {
  let ended = false;
  let runs = 0;
  const loop = startLoop(
    'test',
    1,
    async () => {
      runs += 1;
      await pause(50);
      ended = true;
    },
    log,
  );
  await loop.stop();
  loop.nudge();
  await pause(20);
  expect({ ended, runs }).toEqual({ ended: true, runs: 1 });
});
