import {
  type LicenceChange,
  type LicenceState,
  livingAt,
  stepOf,
} from '../../src/domain/licence-life.ts';

const living = (state: LicenceState, reinstated = false) => ({ state, reinstated });

test.each<[LicenceChange, LicenceState, string]>([
  ['suspend', 'active', 'change'],
  ['suspend', 'suspended', 'nothing'],
  ['reinstate', 'suspended', 'change'],
  ['reinstate', 'active', 'not-suspended'],
  ['revoke', 'active', 'change'],
  ['revoke', 'suspended', 'change'],
  ['revoke', 'revoked', 'nothing'],
  ['suspend', 'revoked', 'ended'],
  ['reinstate', 'revoked', 'ended'],
  ['revoke', 'expired', 'ended'],
  ['suspend', 'superseded', 'ended'],
  ['reinstate', 'expired', 'ended'],
])('to %s a licence that is %s comes to %s', (change, state, step) => {
  expect(stepOf(change, living(state))).toBe(step);
});

test('reinstating what was reinstated is a repetition', () => {
  expect(stepOf('reinstate', living('active', true))).toBe('nothing');
});

describe('where a licence will stand', () => {
  const order = (change: LicenceChange, effectiveAt: number) => ({
    change,
    effectiveAt,
    reason: 'Unpaid.',
  });
  const planned = [order('revoke', 30), order('suspend', 10), order('reinstate', 20)];

  test.each([
    [9, 'active'],
    [10, 'suspended'],
    [20, 'active'],
    [30, 'revoked'],
  ])('at %i, in the order of time: %s', (instant, state) => {
    expect(livingAt(living('active'), planned, instant).state).toBe(state);
  });

  test('an order that comes to nothing changes nothing', () => {
    const late = [order('revoke', 10), order('reinstate', 20)];
    expect(livingAt(living('active'), late, 20).state).toBe('revoked');
  });
});
