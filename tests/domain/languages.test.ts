import { languageWithin, lookUpLanguage, readingOf } from '../../src/domain/languages.ts';

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

describe('lookUpLanguage', () => {
  const tags = ['de', 'pt-BR', 'zh', 'zh-Hant', 'en-GB', 'sr-Latn'];

  test.each([
    ['de-AT-1996', 'de'],
    ['PT-br', 'pt-BR'],
    ['pt-PT', undefined],
    ['zh-TW', 'zh-Hant'],
    ['zh-CN', 'zh'],
    ['en-GB-oxendict', 'en-GB'],
    ['en', undefined],
    ['sr-ME', 'sr-Latn'],
    ['sr', undefined],
    ['tlh', undefined],
  ])('%s finds %s', (language, tag) => {
    expect(lookUpLanguage(tags, language)).toBe(tag);
  });
});

test.each([
  ['en', 'en-Latn'],
  ['en-GB', 'en-Latn'],
  ['zh', 'zh-Hans'],
  ['zh-HK', 'zh-Hant'],
  ['sr-ME', 'sr-Latn'],
  ['az-Arab-IR', 'az-Arab'],
  ['tlh', 'tlh'],
  ['und', 'und-Latn'],
])('who reads %s reads %s', (tag, reading) => {
  expect(readingOf(tag)).toBe(reading);
});
