import {
  type Standing,
  verifyStanding,
} from '../../../src/security/verification/verify-standing.ts';
import { CLAIMS } from '../samples.ts';

test('an active licence of a live article is valid', () => {
  expect(verifyStanding(CLAIMS, { state: 'active', articleKilled: false })).toEqual({
    valid: true,
    code: 'valid',
    reason: 'The licence is genuine and in force.',
    claims: CLAIMS,
  });
});

test.each<[string, Standing | undefined, string]>([
  ['a revoked licence', { state: 'revoked', articleKilled: false }, 'revoked'],
  ['a superseded licence', { state: 'superseded', articleKilled: false }, 'superseded'],
  ['an ended licence', { state: 'expired', articleKilled: false }, 'expired'],
  ['a killed article', { state: 'active', articleKilled: true }, 'article-killed'],
  ['a killed article, since revoked', { state: 'revoked', articleKilled: true }, 'article-killed'],
  ['a licence that the record does not know', undefined, 'status-unknown'],
])('%s is not valid', (_what, standing, code) => {
  const verdict = verifyStanding(CLAIMS, standing);
  expect(verdict).toMatchObject({ valid: false, code, claims: CLAIMS });
  expect(verdict.reason).toMatch(/^[A-Z].*\.$/);
});

test('a superseded licence names its successor', () => {
  const standing = { state: 'superseded', successor: 'next', articleKilled: false } as const;
  expect(verifyStanding(CLAIMS, standing)).toMatchObject({ successor: 'next' });
  expect(verifyStanding(CLAIMS, { ...standing, successor: null })).not.toHaveProperty('successor');
});
