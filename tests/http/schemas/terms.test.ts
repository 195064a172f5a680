import { z } from 'zod';
import { DEFAULT_TERMS, writeTerms } from '../../../src/domain/terms.ts';
import { TermsBody, TermsReply } from '../../../src/http/schemas/terms.ts';
import { faults } from './faults.ts';

test('terms that say nothing are the defaults, and are answered in full', () => {
  const terms = TermsBody.parse({});
  expect(terms).toEqual(DEFAULT_TERMS);
  expect(TermsReply.parse(writeTerms(terms))).toEqual({
    media: ['web'],
    territories: ['world'],
    excludeTerritories: [],
    languages: null,
    window: { notBefore: null, maxDays: 365 },
    afterExpiry: 'remove',
    edits: { level: 'none' },
    images: 'none',
  });
});

test('what is answered can be put in again', () => {
  const terms = TermsBody.parse({
    languages: ['EN'],
    window: { notBefore: '2026-03-01T07:00:00+01:00' },
    edits: { level: 'style' },
  });
  expect(terms).toMatchObject({
    languages: ['en'],
    window: { notBefore: Date.UTC(2026, 2, 1, 6), maxDays: 365 },
    edits: { level: 'style' },
  });
  expect(TermsBody.parse(writeTerms(terms))).toEqual(terms);
});

const LATER = {
  '': [
    ...['translation', 'advance', 'onCorrection', 'portion', 'credit', 'links', 'report'],
    ...['removal', 'correction', 'sale', 'onward', 'limits', 'exclusivity', 'ai', 'fee', 'basis'],
  ],
  window: ['byMedium', 'offerDays'],
  edits: ['headline', 'approval', 'minWords', 'disclosure'],
};

test.each(Object.entries(LATER).flatMap(([within, names]) => names.map((name) => [within, name])))(
  'the field %s %s is known and not yet supported',
  (within, name) => {
    const value = within === '' ? { [name]: null } : { [within]: { [name]: null } };
    const path = within === '' ? name : `${within}.${name}`;
    expect(faults(TermsBody, value)).toEqual([
      `${path} not-yet-supported "${name}" is not yet supported: leave it out.`,
    ]);
  },
);

test.each(['nextDay', { after: 'PT24H' }])(
  'a beginning of %j is not yet supported',
  (notBefore) => {
    expect(faults(TermsBody, { window: { notBefore } })).toEqual([
      'window.notBefore not-yet-supported Counting from the article is not yet supported: write an instant.',
    ]);
  },
);

test('every fault is told at once, those of later fields among them', () => {
  const value = {
    fee: null,
    colour: 'blue',
    media: ['skywriting'],
    window: { notBefore: 'soon', maxDays: 0, offerDays: 3, hours: 1 },
  };
  expect(faults(TermsBody, value).map((fault) => fault.split(' ', 2).join(' '))).toEqual([
    'fee not-yet-supported',
    'media.0 invalid_value',
    'window.offerDays not-yet-supported',
    'window.notBefore invalid_format',
    'window.maxDays too_small',
    'window unrecognized_keys',
    ' unrecognized_keys',
  ]);
});

test.each([null, [], 'terms', 3])('%j is no terms', (value) => {
  expect(faults(TermsBody, value)[0]).toMatch(/^ invalid_type/);
});

test('terms that would offer no territory are a fault', () => {
  const nowhere = { territories: ['NO', 'SE'], excludeTerritories: ['SE', 'NO'] };
  expect(faults(TermsBody, nowhere)).toEqual([
    'excludeTerritories custom These terms would offer no territory at all.',
  ]);
});

test('both can be drawn as JSON Schema, without the fields of later versions', () => {
  const drawn = z.toJSONSchema(TermsBody, { io: 'input' });
  expect(Object.keys(drawn.$defs?.Terms?.properties ?? {})).toEqual(Object.keys(DEFAULT_TERMS));
  expect(z.toJSONSchema(TermsReply)).toHaveProperty('$defs.TermsReply');
});
