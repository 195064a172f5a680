import { readDateline } from '../../../src/intake/wire/dateline.ts';

const names = ['The Tidewater Ledger', 'Tidewater Press'];

test.each([
  ['TIDEWATER (Agency) – Rain', 'TIDEWATER'],
  ['TIDEWATER (Agency) - Rain', 'TIDEWATER'],
  ['TIDEWATER (Agency) -- Rain', 'TIDEWATER'],
  ['TIDEWATER (Agency) — Rain', 'TIDEWATER'],
  ['TIDEWATER (Agency) ‒ Rain', 'TIDEWATER'],
  ['TIDEWATER (Agency) − Rain', 'TIDEWATER'],
  ['TIDEWATER (Agency)–Rain', 'TIDEWATER'],
  ['OSLO/BERGEN (Agency) – Rain', 'OSLO/BERGEN'],
  ['OSLO / BERGEN (Agency) – Rain', 'OSLO / BERGEN'],
  ['ST. IVES (Agency) – Rain', 'ST. IVES'],
  ['FRANKFURT am MAIN (dpd) – Regen', 'FRANKFURT am MAIN'],
  ['KANSAS CITY, Mo. (AB) – Rain', 'KANSAS CITY, Mo.'],
  ['NEW YORK, Nov 3 (Agency) – Rain', 'NEW YORK'],
  ['ÚJKIKÖTŐ (Agency) – Eső', 'ÚJKIKÖTŐ'],
  ['Tidewater (The Tidewater Ledger) – Rain', 'Tidewater'],
  ['Tidewater (TTL) – Rain', 'Tidewater'],
  ['Tidewater (Tidewater Ledger) – Rain', 'Tidewater'],
  ['新港（通讯社）——雨', '新港'],
  ['الميناء الجديد (الوكالة) – مطر', 'الميناء الجديد'],
  ['\u200fנמל חדש\u200e (סוכנות)\u200f – גשם', 'נמל חדש'],
])('%s', (text, places) => {
  const found = readDateline(text, names);
  expect(found?.places).toBe(places);
  expect(text.slice(found?.length)).toMatch(/^(?:Rain|Regen|Eső|雨|مطر|גשם)$/);
});

test.each([
  'Rain fell (again) – and again',
  'The minister (Labour) – a former pilot – said',
  'Tidewater (Somebody else) – Rain',
  'TIDEWATER (Agency) Rain',
  'TIDEWATER – Rain',
  '(Agency) – Rain',
  'TIDEWATER () – Rain',
  'TIDEWATER (Agency) –',
  `${'A'.repeat(90)} (Agency) – Rain`,
  `TIDEWATER (${'a'.repeat(70)}) – Rain`,
  '港务处周五宣布渡轮将停靠在老码头的东侧泊位（通讯社）——雨',
])('not %s', (text) => {
  expect(readDateline(text, names)).toBeNull();
});
