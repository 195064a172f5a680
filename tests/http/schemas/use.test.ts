import { z } from 'zod';
import { writeUse } from '../../../src/domain/use.ts';
import { UseBody, UseReply } from '../../../src/http/schemas/use.ts';
import { faults } from './faults.ts';

const LEAST = { media: ['web'], territories: ['NO'], until: '2026-04-01T08:00:00+02:00' };

test('the least that can be asked is read with its defaults', () => {
  expect(UseBody.parse(LEAST)).toEqual({
    media: ['web'],
    territories: ['NO'],
    until: Date.UTC(2026, 3, 1, 6),
    edits: 'none',
    images: 'none',
  });
});

test('everything that can be asked is read', () => {
  const whole = {
    ...LEAST,
    media: ['web', 'print'],
    territories: ['world'],
    languages: ['EN-gb', 'no'],
    from: '2026-03-01T06:00:00.5Z',
    edits: 'shorten',
    images: 'listed',
  };
  expect(UseBody.parse(whole)).toEqual({
    ...whole,
    languages: ['en-GB', 'no'],
    from: Date.UTC(2026, 2, 1, 6, 0, 0, 500),
    until: Date.UTC(2026, 3, 1, 6),
  });
});

test('no images may be written as false', () => {
  expect(UseBody.parse({ ...LEAST, images: false })).toHaveProperty('images', 'none');
  expect(faults(UseBody, { ...LEAST, images: true })).toEqual([
    'images invalid_union Write one of none, withStory, listed, or false.',
  ]);
});

test.each<[string, object, string]>([
  ['an empty list', { media: [] }, 'media too_small'],
  ['a repetition', { media: ['web', 'web'] }, 'media.1 custom web is named twice.'],
  ['an unknown medium', { media: ['skywriting'] }, 'media.0 invalid_value'],
  ['a list too long', { languages: Array(301).fill('en') }, 'languages too_big'],
  ['a code in lower case', { territories: ['no'] }, 'territories.0 invalid_format Write ISO 3166'],
  ['a code of no territory', { territories: ['XX'] }, 'territories.0 custom ISO 3166-1 assigns'],
  ['the world beside a code', { territories: ['world', 'NO'] }, 'territories custom "world"'],
  ['no language', { languages: ['no_such'] }, 'languages.0 custom Write a BCP 47 tag'],
  ['one language in two spellings', { languages: ['en-gb', 'EN-GB'] }, 'languages.1 custom en-GB'],
  ['an instant without offset', { until: '2026-04-01T06:00:00' }, 'until invalid_format Write'],
  ['a day that is none', { until: '2026-02-30T06:00:00Z' }, 'until invalid_format Write'],
  ['a day alone', { from: '2026-04-01' }, 'from invalid_format Write'],
  ['an instant as a number', { until: 1_775_000_000_000 }, 'until invalid_type'],
  ['the year 10000', { until: '9999-12-31T23:00:00-02:00' }, 'until custom In UTC'],
  ['edits that are none of the four', { edits: 'all' }, 'edits invalid_value'],
  ['an unknown field', { medium: 'web' }, ' unrecognized_keys Unrecognized key: "medium"'],
])('%s is a fault', (_what, change, fault) => {
  const found = faults(UseBody, { ...LEAST, ...change });
  expect(found[0]).toMatch(new RegExp(`^${fault.replace(/[.]/g, '\\.')}`));
});

test('what is missing is named', () => {
  expect(faults(UseBody, {}).map((fault) => fault.split(' ')[0])).toEqual([
    'media',
    'territories',
    'until',
  ]);
});

test('a granted use is a reply', () => {
  const { until, ...asked } = UseBody.parse({
    ...LEAST,
    languages: ['en'],
    territories: ['world'],
  });
  const granted = { ...asked, languages: ['en'], excludeTerritories: ['RU'], from: 0, until };
  const written = writeUse(granted);
  expect(UseReply.parse(written)).toEqual(written);
});

test('both can be drawn as JSON Schema', () => {
  expect(z.toJSONSchema(UseBody, { io: 'input' })).toHaveProperty('$defs.AskedUse.required', [
    'media',
    'territories',
    'until',
  ]);
  expect(z.toJSONSchema(UseReply)).toHaveProperty('$defs.Use');
});
