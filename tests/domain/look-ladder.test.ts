import { LADDER_MS, nextLook } from '../../src/domain/look-ladder.ts';
import { nextReminderMs } from '../../src/domain/reminders.ts';

test('a look that finds nothing is repeated after these waits, and then hourly for good', () => {
  const looks = Array.from({ length: 12 }, (_, i) => nextLook(i + 1));
  expect(looks.map(({ afterMs }) => afterMs / 1000)).toEqual([
    ...[1, 2, 5, 10, 30, 60, 300, 900, 3_600],
    ...[3_600, 3_600, 3_600],
  ]);
  expect(nextLook(10_000).afterMs).toBe(3_600_000);
});

test('the withdrawal is sent again from the minute on', () => {
  expect(Array.from({ length: 7 }, (_, i) => nextLook(i + 1).resend)).toEqual([
    ...[false, false, false, false, false],
    ...[true, true],
  ]);
});

test('people are called when the ladder ends', () => {
  expect(LADDER_MS).toBe(4_908_000);
});

test('people are reminded of a kill soon and then daily, of anything else twice', () => {
  const minutes = [0, 1, 2, 3, 99].map(
    (reminders) => (nextReminderMs(reminders, true) ?? 0) / 60_000,
  );
  expect(minutes).toEqual([15, 60, 1_440, 1_440, 1_440]);
  expect([0, 1, 2].map((reminders) => nextReminderMs(reminders, false))).toEqual([
    ...[86_400_000, 3 * 86_400_000],
    null,
  ]);
});
