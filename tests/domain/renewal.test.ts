import { renewUse } from '../../src/domain/renewal.ts';
import { DEFAULT_TERMS } from '../../src/domain/terms.ts';
import type { GrantedUse } from '../../src/domain/use.ts';

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2030, 4, 1);
const USE: GrantedUse = {
  media: ['web'],
  territories: ['world'],
  excludeTerritories: [],
  languages: ['en'],
  from: NOW - 300 * DAY_MS,
  until: NOW + 10 * DAY_MS,
  edits: 'none',
  images: 'none',
};

const renewed = (until: number, from = NOW) => renewUse(USE, { from, until }, DEFAULT_TERMS);

test('a renewed use begins anew and keeps everything but its times', () => {
  const until = NOW + 365 * DAY_MS;
  expect(renewed(until)).toEqual({ ...USE, from: NOW, until });
});

test.each([
  ['its present end', USE.until],
  ['an earlier end', NOW + DAY_MS],
  ['an instant that has passed', NOW - DAY_MS],
])('%s is no renewal', (_, until) => {
  expect(renewed(until)).toMatchObject({ pointer: '#/until', code: 'not-later' });
});

test('terms offer a renewal as much time as any licence, counted from its own beginning', () => {
  expect(renewed(NOW + 365 * DAY_MS + 1)).toMatchObject({ pointer: '#/until', code: 'too-long' });
});

test('an end before an embargo lifts leaves nothing', () => {
  const fault = renewed(NOW + 20 * DAY_MS, NOW + 20 * DAY_MS);
  expect(fault).toMatchObject({ pointer: '#/until', code: 'nothing-left' });
});
