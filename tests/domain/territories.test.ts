import { isWorld, TERRITORY_CODES, territoryWithin } from '../../src/domain/territories.ts';

test('ISO 3166-1 assigns 249 codes, each two capitals', () => {
  expect(TERRITORY_CODES.size).toBe(249);
  expect([...TERRITORY_CODES].filter((code) => !/^[A-Z]{2}$/.test(code))).toEqual([]);
});

test('every code is a region that Unicode knows by name', () => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  expect([...TERRITORY_CODES].filter((code) => names.of(code) === undefined)).toEqual([]);
});

test.each([
  ['NO', ['NO', 'SE'], true],
  ['FI', ['NO', 'SE'], false],
  ['FI', ['world'], true],
  ['world', ['world'], true],
  ['world', ['NO', 'SE'], false],
])('%s within %j: %s', (territory, territories, within) => {
  expect(territoryWithin(territory, territories)).toBe(within);
});

test('a list of codes is not the world, however long', () => {
  expect(isWorld([...TERRITORY_CODES])).toBe(false);
  expect(isWorld(['world'])).toBe(true);
});
