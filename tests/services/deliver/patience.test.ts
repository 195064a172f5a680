import { setTimeout as pause } from 'node:timers/promises';
import { patience } from '../../../src/services/deliver/patience.ts';

/** A turn that counts what it is told of its outlet. */
function open(isBusy: () => boolean = () => false) {
  const told = { late: 0, long: 0 };
  const onLate = () => {
    told.late += 1;
  };
  const onLong = () => {
    told.long += 1;
  };
  return { told, patient: patience({ onLate, onLong, isBusy }) };
}

test('an outlet that answers soon is neither late nor long', async () => {
  const { told, patient } = open();
  for (let sent = 0; sent < 5; sent += 1) await patient.during(pause(20));
  await pause(150);
  expect(told).toEqual({ late: 0, long: 0 });
});

test('one that is late is told of while it is still waited for', async () => {
  const { told, patient } = open();
  const answer = patient.during(pause(400));
  await pause(250);
  expect(told).toEqual({ late: 1, long: 1 });
  await answer;
});

test('many answers that are each soon enough are long together', async () => {
  const { told, patient } = open();
  for (let sent = 0; sent < 7; sent += 1) await patient.during(pause(75));
  expect(told.late).toBe(0);
  expect(told.long).toBeGreaterThan(0);
});

test('nothing follows while this process is busy, and all as soon as it is not', async () => {
  let isBusy = true;
  const { told, patient } = open(() => isBusy);
  const answer = patient.during(pause(700));
  await pause(350);
  expect(told).toEqual({ late: 0, long: 0 });
  isBusy = false;
  await pause(150);
  expect(told).toEqual({ late: 1, long: 1 });
  await answer;
});

test('what failed is waited for no longer', async () => {
  const { told, patient } = open();
  await expect(patient.during(Promise.reject(new Error('refused')))).rejects.toThrow('refused');
  await pause(150);
  expect(told).toEqual({ late: 0, long: 0 });
});
