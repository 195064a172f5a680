import type { Standing, StandingUnknown } from '../../src/verifier/index.ts';
import { CLAIMS, forge, judge, OPTIONS } from './samples.ts';

const judged = (standing: Standing | StandingUnknown) =>
  judge(forge(), { standing: () => standing });

test('an active licence of a live article is valid', async () => {
  expect(await judged({ state: 'active', articleKilled: false })).toEqual({
    valid: true,
    code: 'valid',
    reason: 'The licence is genuine and in force.',
    asOf: OPTIONS.now,
    claims: CLAIMS,
  });
});

test.each<[string, Standing | StandingUnknown, string]>([
  ['a revoked licence', { state: 'revoked' }, 'revoked'],
  ['a suspended licence', { state: 'suspended' }, 'suspended'],
  ['a superseded licence', { state: 'superseded' }, 'superseded'],
  ['an ended licence', { state: 'expired' }, 'expired'],
  ['a killed article', { state: 'active', articleKilled: true }, 'article-killed'],
  ['a killed article, since revoked', { state: 'revoked', articleKilled: true }, 'article-killed'],
  ['a suspended outlet', { state: 'active', outletSuspended: true }, 'outlet-suspended'],
  [
    'a revoked licence of a suspended outlet',
    { state: 'revoked', outletSuspended: true },
    'revoked',
  ],
  ['what is not known', { unknown: 'The list is not there.' }, 'status-unknown'],
])('%s is not valid', async (_what, standing, code) => {
  const verdict = await judged(standing);
  expect(verdict).toMatchObject({ valid: false, code, claims: CLAIMS });
  expect(verdict.reason).toMatch(/^[A-Z].*\.$/);
});

test('a superseded licence names its successor', async () => {
  const standing = { state: 'superseded', successor: 'next' } as const;
  expect(await judged(standing)).toMatchObject({ successor: 'next' });
  expect(await judged({ ...standing, successor: null })).not.toHaveProperty('successor');
});

test('a standing that nobody can be asked about is unknown, never good', async () => {
  const fails = () => Promise.reject(new Error('unreachable'));
  expect(await judge(forge(), { standing: fails })).toMatchObject({ code: 'status-unknown' });
  expect(await judge(forge(), { standing: undefined })).toMatchObject({ code: 'status-unknown' });
});

test('a standing that is known for another instant says which', async () => {
  expect(await judged({ state: 'active', asOf: 5 })).toMatchObject({ valid: true, statusAsOf: 5 });
});

test('nobody is asked about a token that is not genuine', async () => {
  const asked: unknown[] = [];
  const standing = (claims: unknown) => {
    asked.push(claims);
    return { state: 'active' } as const;
  };
  await judge(forge({ header: { typ: 'JWT' } }), { standing });
  await judge(forge({ claims: { iss: 'https://evil.example' } }), { standing });
  expect(asked).toEqual([]);
});
