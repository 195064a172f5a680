import { isByLine } from '../../../src/intake/wire/by-line.ts';
import { isCapitalLine } from '../../../src/intake/wire/capital-line.ts';
import { isCopyrightLine } from '../../../src/intake/wire/copyright-line.ts';
import { isEndMark } from '../../../src/intake/wire/end-mark.ts';

describe('a by line', () => {
  test.each([
    ['By Nellie Bly', 'en'],
    ['BY NELLIE BLY', 'en'],
    ['By Nellie Bly and Martin Luther King Jr.', 'en'],
    ['By the harbour desk', 'en'],
    ['By our farm desk', 'en'],
    ['By: Harbour staff', 'en-GB'],
    ['Von Egon Erwin Kisch', 'de'],
    ['Von unserer Hafenredaktion', 'de-AT'],
    ['Írta: a kikötői rovat', 'hu'],
    ['Par notre rédaction', 'fr'],
    ['Av Harbour News redaksjon', 'nb'],
    ['Автор: Антон Чехов', 'ru'],
    ['بقلم مكتب الميناء', 'ar'],
    ['מאת דסק הנמל', 'he'],
    ['记者 港口组', 'zh-Hans'],
    ['作者：鲁迅', 'zh'],
    ['文／鲁迅', 'zh'],
    ['โดย โต๊ะข่าวท่าเรือ', 'th'],
    ['By Nellie Bly', 'th'],
  ])('%s', (line, language) => {
    expect(isByLine(line, language)).toBe(true);
  });

  test.each([
    ['By Friday the boats had gone.', 'en'],
    ['By night the harbour sleeps', 'en'],
    ['By the river', 'en'],
    ['By', 'en'],
    ['Bypass opens', 'en'],
    ['Von Egon Erwin Kisch', 'en'],
    ['记者从港务处获悉', 'zh'],
    [`By ${'Anna '.repeat(12)}`, 'en'],
    [`By A${'a'.repeat(200)}`, 'en'],
  ])('not %s', (line, language) => {
    expect(isByLine(line, language)).toBe(false);
  });
});

describe('a line in capitals', () => {
  test.each([
    'THE SEARCH',
    'WHAT NOW?',
    'A 2024 RESULT',
    'GROSSE STRAßE',
    "L'AVENIR d'EUROPE",
    'ÁRVÍZTŰRŐ',
    'ΤΑ ΝΕΑ',
    'ПОИСК',
    "L'ÉTÉ",
  ])('%s', (line) => {
    expect(isCapitalLine(line)).toBe(true);
  });

  test.each([
    'The search',
    'A',
    '2024',
    'IT IS OVER.',
    '- THE SEARCH',
    'ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN',
    'A'.repeat(61),
    'ابحث',
    '搜索',
    'NATO said so',
  ])('not %s', (line) => {
    expect(isCapitalLine(line)).toBe(false);
  });
});

describe('an end mark', () => {
  test.each([
    '-30-',
    '– 30 –',
    '--30--',
    '30 -',
    '###',
    '# # #',
    '***',
    '-----',
    '— — —',
    '_'.repeat(500),
    'ENDS',
    'Ends',
    '(ends)',
    '-ends-',
    '/ENDS/',
    'END',
    'ENDE',
    '(VÉGE)',
    'КОНЕЦ',
    '(more)',
    'Page 2 of 3',
    'Seite 4',
    '- 2 -',
    '2/3',
    '第2页',
  ])('%s', (line) => {
    expect(isEndMark(line)).toBe(true);
  });

  test.each([
    'End',
    'Ende',
    'more',
    'Fin',
    '30',
    '-',
    '42',
    'ENDS MEET',
    'Page turners',
    'The end',
    '3 - 2',
    '10/2026',
  ])('not %s', (line) => {
    expect(isEndMark(line)).toBe(false);
  });
});

describe('a plain copyright line', () => {
  const names = ['The Ledger', 'Ledger (Press) & Sons'];

  test.each([
    'Copyright The Ledger',
    'Copyright 2009-2026 The Ledger. All rights reserved.',
    '© The Ledger 2026',
    '(c) 2026, The Ledger',
    'Copyright (c) 2026 by The Ledger – reproduced with permission',
    'COPYRIGHT © 2026 THE LEDGER',
    '\u200f© 2026 The  Ledger',
    'Copyright held by Ledger (Press) & Sons since 2009',
    'Alle Rechte bei The Ledger',
  ])('%s', (line) => {
    expect(isCopyrightLine(line, names)).toBe(true);
  });

  test.each([
    'Copyright lawyers at The Ledger said on Monday that they had won.',
    'Copyright 2026 The Ledgerdemain Company',
    '© 2026 Somebody else',
    'The Ledger holds the copyright',
    'Copyright is a word. The Ledger is a paper.',
    `© The Ledger ${'and so on '.repeat(50)}`,
  ])('not %s', (line) => {
    expect(isCopyrightLine(line, names)).toBe(false);
  });

  test('not without a name to look for', () => {
    expect(isCopyrightLine('© 2026', [])).toBe(false);
  });
});
