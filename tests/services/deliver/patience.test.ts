import { jest } from '@jest/globals';
import { patience } from '../../../src/services/deliver/patience.ts';

// The clock stands unless it is moved: how busy this machine is makes no answer late.
beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

/** A turn that counts what it is told of its outlet. */
function open(isBusy: () => boolean = () => false) {
  const told = { late: 0, long: 0 };
  const onLate = () => {
    told.late += 1;
  };
  const onLong = () => {
    told.long += 1;
  };
  const { during } = patience({ onLate, onLong, isBusy });
  /** An answer that takes so long. */
  const answer = (ms: number) => during(new Promise((resolve) => setTimeout(resolve, ms)));
  return { told, during, answer };
}

/** Answers that take so long each, one after another. */
async function oneByOne(answer: (ms: number) => Promise<unknown>, times: number, ms: number) {
  for (let sent = 0; sent < times; sent += 1) {
    const answered = answer(ms);
    await pass(ms);
    await answered;
  }
}

test('an outlet that answers soon is neither late nor long', async () => {
  const { told, answer } = open();
  await oneByOne(answer, 5, 20);
  await pass(150);
  expect(told).toEqual({ late: 0, long: 0 });
});

test('one that is late is told of while it is still waited for', async () => {
  const { told, answer } = open();
  const answered = answer(400);
  await pass(99);
  expect(told).toEqual({ late: 0, long: 0 });
  await pass(151);
  expect(told).toEqual({ late: 1, long: 1 });
  await pass(150);
  await answered;
});

test('many answers that are each soon enough are long together', async () => {
  const { told, answer } = open();
  await oneByOne(answer, 5, 80);
  expect(told).toEqual({ late: 0, long: 0 });
  await oneByOne(answer, 1, 80);
  expect(told).toEqual({ late: 0, long: 1 });
});

test('nothing follows while this process is busy, and all as soon as it is not', async () => {
  let isBusy = true;
  const { told, answer } = open(() => isBusy);
  const answered = answer(700);
  await pass(350);
  expect(told).toEqual({ late: 0, long: 0 });
  isBusy = false;
  await pass(150);
  expect(told).toEqual({ late: 1, long: 1 });
  await pass(200);
  await answered;
});

test('what failed is waited for no longer', async () => {
  const { told, during } = open();
  await expect(during(Promise.reject(new Error('refused')))).rejects.toThrow('refused');
  await pass(150);
  expect(told).toEqual({ late: 0, long: 0 });
});
