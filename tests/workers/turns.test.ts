import { setTimeout as pause } from 'node:timers/promises';
import { openTurns, type Turn, type Turns } from '../../workers/turns.ts';

interface Running {
  turns: Turns;
  ran: string[];
  again: string[];
  turn(destination: string, ms: number, most?: number): Turn;
}

function open(): Running {
  const ran: string[] = [];
  const again: string[] = [];
  return {
    turns: openTurns(),
    ran,
    again,
    turn: (destination, ms, most = 10) => ({
      name: 'deliver',
      destination,
      most,
      run: async () => {
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

test('a long one gives its place to others after a second, and goes on', async () => {
  const { turns, turn, ran } = open();
  const ms = await msOf(turns.take(turn('a', 1_400)));
  expect(ms).toBeLessThan(1_300);
  expect(ran).toEqual([]);
  await turns.end(5_000);
  expect(ran).toEqual(['a']);
});

test('no more than so many are let go', async () => {
  const { turns, turn } = open();
  const first = turns.take(turn('a', 1_500, 1));
  expect(await msOf(turns.take(turn('b', 1_500, 1)))).toBeGreaterThanOrEqual(1_450);
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
