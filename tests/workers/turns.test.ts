import { setTimeout as pause } from 'node:timers/promises';
import { openTurns, type Turn, type Turns } from '../../workers/turns.ts';

interface Running {
  turns: Turns;
  ran: string[];
  again: string[];
  /** @param letGoMs gives its place away after so long */
  turn(destination: string, ms: number, more?: { most?: number; letGoMs?: number }): Turn;
}

function open(): Running {
  const ran: string[] = [];
  const again: string[] = [];
  return {
    turns: openTurns(),
    ran,
    again,
    turn: (destination, ms, { most = 10, letGoMs } = {}) => ({
      name: 'deliver',
      destination,
      most,
      run: async (letGo) => {
        if (letGoMs !== undefined) setTimeout(letGo, letGoMs);
        await pause(ms);
        ran.push(destination);
      },
      again: async () => {
        again.push(destination);
      },
    }),
  };
}

async function msOf(work: Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work;
  return performance.now() - began;
}

test('a short turn is waited for', async () => {
  const { turns, turn, ran } = open();
  await turns.take(turn('a', 50));
  expect(ran).toEqual(['a']);
});

test('a turn that is let go gives its place to others, and goes on', async () => {
  const { turns, turn, ran } = open();
  const ms = await msOf(turns.take(turn('a', 400, { letGoMs: 20 })));
  expect(ms).toBeLessThan(300);
  expect(ran).toEqual([]);
  await turns.end(5_000);
  expect(ran).toEqual(['a']);
});

test('one that only takes long keeps its place', async () => {
  const { turns, turn, ran } = open();
  await turns.take(turn('a', 1_200));
  expect(ran).toEqual(['a']);
});

test('no more than so many are let go', async () => {
  const { turns, turn } = open();
  const first = turns.take(turn('a', 500, { most: 1, letGoMs: 20 }));
  const second = msOf(turns.take(turn('b', 500, { most: 1, letGoMs: 20 })));
  expect(await second).toBeGreaterThanOrEqual(450);
  await first;
});

test('a destination has one turn of a kind at a time, and another if it was asked for', async () => {
  const { turns, turn, ran, again } = open();
  const first = turns.take(turn('a', 200));
  expect(await msOf(turns.take(turn('a', 200)))).toBeLessThan(100);
  await first;
  expect({ ran, again }).toEqual({ ran: ['a'], again: ['a'] });
  await turns.take(turn('a', 10));
  expect(again).toEqual(['a']);
});

test('at the end no turn is begun, and those under way are waited for only so long', async () => {
  const { turns, turn, ran } = open();
  void turns.take(turn('long', 1_000));
  expect(await msOf(turns.end(200))).toBeLessThan(600);
  await turns.take(turn('late', 1));
  expect(ran).toEqual([]);
  await turns.end(5_000);
  expect(ran).toEqual(['long']);
});
