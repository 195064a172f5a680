import { afterTries, type Breaker, breakerState, CLOSED } from '../../src/domain/breaker.ts';

const NOW = Date.UTC(2026, 3, 1, 12);
const USUAL = 5;
const FAILED = { failures: 1, answers: 0, failuresAtEnd: 1 };
const ANSWERED = { failures: 0, answers: 1, failuresAtEnd: 0 };

function after(breaker: Breaker, tries: readonly (typeof FAILED)[], now = NOW): Breaker {
  return tries.reduce((before, one) => afterTries(before, one, USUAL, now), breaker);
}

const times = <One>(count: number, one: One) => Array.from({ length: count }, () => one);
const opened = after(CLOSED, times(5, FAILED));

test('five failures in a row open it for 30 s, four do not', () => {
  expect(breakerState(after(CLOSED, times(4, FAILED)), NOW)).toBe('closed');
  expect(opened).toMatchObject({ openUntil: NOW + 30_000, opened: 1, ramp: 1 });
  expect(breakerState(opened, NOW)).toBe('open');
});

test('an answer between failures begins the row anew', () => {
  const row = [...times(4, FAILED), ANSWERED, ...times(4, FAILED)];
  expect(after(CLOSED, row)).toMatchObject({ ramp: null, failures: 4 });
});

test('half of twenty tries within five minutes open it', () => {
  const turns = times(10, [FAILED, ANSWERED]).flat();
  expect(after(CLOSED, turns.slice(0, 19)).ramp).toBeNull();
  expect(after(CLOSED, turns).ramp).toBe(1);
  const old = after(CLOSED, turns.slice(0, 19));
  expect(after(old, [FAILED], NOW + 300_000)).toMatchObject({ ramp: null, windowTries: 1 });
});

test('less than half of many tries leave it closed', () => {
  const turns = times(30, [FAILED, ANSWERED, ANSWERED]).flat();
  expect(after(CLOSED, turns).ramp).toBeNull();
});

test('what ends while it is open had begun before, and changes nothing', () => {
  expect(after(opened, [FAILED, ANSWERED, FAILED])).toEqual(opened);
});

test('after its time the first answer lets two go at once, then four, then it is closed', () => {
  const later = NOW + 30_000;
  expect(breakerState(opened, later)).toBe('probing');
  const two = after(opened, [ANSWERED], later);
  expect(two).toMatchObject({ ramp: 2, failures: 0 });
  expect(breakerState(two, later)).toBe('ramping');
  const four = after(two, times(2, ANSWERED), later);
  expect(four.ramp).toBe(4);
  expect(after(four, [ANSWERED], later)).toEqual(CLOSED);
});

test('a failure on the way opens it for twice as long, up to a quarter of an hour', () => {
  const later = NOW + 30_000;
  expect(after(opened, [FAILED], later).openUntil).toBe(later + 60_000);
  const ramping = after(opened, [ANSWERED], later);
  expect(after(ramping, [FAILED], later).openUntil).toBe(later + 60_000);
  const hopeless = times(20, FAILED).reduce(
    (breaker, one) => afterTries(breaker, one, USUAL, breaker.openUntil ?? NOW),
    opened,
  );
  expect((hopeless.openUntil ?? 0) - NOW).toBeGreaterThan(900_000);
  expect(afterTries(hopeless, FAILED, USUAL, NOW * 2).openUntil).toBe(NOW * 2 + 900_000);
});

test('once closed it opens for 30 s again', () => {
  const closed = after(opened, times(4, ANSWERED), NOW + 30_000);
  expect(closed).toEqual(CLOSED);
  expect(after(closed, times(5, FAILED)).openUntil).toBe(NOW + 30_000);
});
