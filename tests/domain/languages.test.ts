import { languageWithin } from '../../src/domain/languages.ts';

test.each([
  ['en', 'en', true],
  ['en-GB', 'en', true],
  ['en-GB', 'EN', true],
  ['en', 'en-GB', false],
  ['en-US', 'en-GB', false],
  ['eng', 'en', false],
  ['zh-Hant-TW', 'zh-Hant', true],
])('%s is held by the range %s: %s', (tag, range, within) => {
  expect(languageWithin(tag, range)).toBe(within);
});
