import { z } from 'zod';
import { DEFAULT_TERMS, type Terms } from '../../../src/domain/terms.ts';
import { writeTerms } from '../../../src/domain/terms-document.ts';
import { fieldErrors as errorsOf } from '../../../src/http/field-errors.ts';
import { TermsBody, TermsReply } from '../../../src/http/schemas/terms.ts';
import { faults } from './faults.ts';

const fieldErrors = (schema: z.ZodType, value: unknown) =>
  errorsOf(schema, value, schema.safeParse(value).error?.issues ?? []);

/** Every field, each at another value than its default. */
const FULL = {
  media: ['web', 'print', 'newsletter'],
  territories: ['NO', 'SE', 'DK'],
  excludeTerritories: ['DK'],
  languages: ['en', 'nb-NO'],
  translation: 'accurate',
  window: {
    notBefore: { after: 'PT24H' },
    byMedium: { newsletter: '2026-03-01T07:00:00+01:00', print: 'nextDay' },
    maxDays: 90,
    offerDays: 30,
  },
  afterExpiry: 'keepPublished',
  advance: true,
  onCorrection: 'fixed',
  edits: {
    level: 'shorten',
    headline: true,
    approval: 'cuts',
    minWords: 80,
    disclosure: 'This story has been shortened.',
  },
  portion: { maxWords: 400 },
  credit: {
    byline: '{byline}, {publication}',
    line: 'This first appeared in {publication}.',
    position: 'bottom',
    tail: 'Read more at {canonicalUrl}',
  },
  links: { keep: false, canonical: 'required' },
  images: 'withStory',
  report: { withinHours: 48, evidence: 'pdf' },
  removal: { withinMinutes: 15 },
  correction: { withinMinutes: 30, notice: 'top' },
  sale: { resale: true, paywall: 'avoid', ads: 'around' },
  onward: { sublicense: true, deniedPlatforms: ['Chatter'] },
  limits: { sites: 1, copies: 5_000, liveAtOnce: 10 },
  exclusivity: { territories: ['NO'], days: 7 },
  ai: { train: true, input: true, index: true },
  fee: { amount: 12_500, currency: 'NOK', basis: 'perEdition', reference: 'Order 7' },
  basis: 'own',
};

test('terms that say nothing are the defaults, and are answered in full', () => {
  const terms = TermsBody.parse({});
  expect(terms).toEqual(DEFAULT_TERMS);
  const answered = TermsReply.parse(writeTerms(terms));
  expect(answered).toEqual(DEFAULT_TERMS);
  expect(Object.keys(answered).sort()).toEqual(Object.keys(DEFAULT_TERMS).sort());
});

test('every field can be said, and what is answered can be put in again', () => {
  const terms = TermsBody.parse(FULL);
  const written = writeTerms(terms);
  const byMedium = { newsletter: '2026-03-01T06:00:00.000Z', print: 'nextDay' };
  expect(written).toEqual({ ...FULL, window: { ...FULL.window, byMedium } });
  expect(TermsReply.parse(written)).toEqual(written);
  expect(TermsBody.parse(written)).toEqual(terms);
});

test('written terms stand in one order, however they were put in', () => {
  const backwards = (value: unknown): unknown =>
    typeof value !== 'object' || value === null || Array.isArray(value)
      ? value
      : Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([name, inner]) => [name, backwards(inner)]),
        );
  const written = (value: unknown) => JSON.stringify(writeTerms(TermsBody.parse(value)));
  expect(written(backwards(FULL))).toBe(written(FULL));
});

test('what is left out of a part has its default', () => {
  const said = { window: { maxDays: 7 }, edits: { level: 'any' }, correction: { notice: 'top' } };
  expect(TermsBody.parse({ ...said, report: { withinHours: 24 } })).toEqual({
    ...DEFAULT_TERMS,
    window: { ...DEFAULT_TERMS.window, maxDays: 7 },
    edits: { ...DEFAULT_TERMS.edits, level: 'any' },
    correction: { withinMinutes: 240, notice: 'top' },
    report: { withinHours: 24, evidence: 'url' },
  });
});

test('every fault is told at once', () => {
  const value = {
    fee: { amount: 1.5, currency: 'EURO' },
    colour: 'blue',
    media: ['skywriting'],
    window: { notBefore: 'soon', byMedium: { print: { after: 'P1M' } }, maxDays: 0, hours: 1 },
    portion: { maxWords: 10, maxParagraphs: 1 },
    basis: { uri: 'CC BY' },
    limits: { copies: -1 },
    exclusivity: { territories: ['XX'], days: 1 },
    removal: { withinMinutes: 0 },
    ai: { train: 'yes' },
  };
  const found = faults(TermsBody, value).map((one) => one.split(' ', 2).join(' '));
  expect(found).toEqual([
    'media.0 invalid_value',
    'window.notBefore invalid_union',
    'window.byMedium.print invalid_union',
    'window.maxDays too_small',
    'window unrecognized_keys',
    'portion invalid_union',
    'removal.withinMinutes too_small',
    'limits.copies too_small',
    'exclusivity.territories.0 custom',
    'ai.train invalid_type',
    'fee.amount invalid_type',
    'fee.currency custom',
    'basis.uri invalid_format',
    'basis.uri invalid_format',
    ' unrecognized_keys',
  ]);
});

test.each([null, [], 'terms', 3])('%j is no terms', (value) => {
  expect(faults(TermsBody, value)[0]).toMatch(/^ invalid_type/);
});

const CC = { basis: { uri: 'https://creativecommons.org/licenses/by/4.0/' } };

test('a beginning that is none is told in which forms it may be written', () => {
  const [fault] = fieldErrors(TermsBody, { window: { notBefore: 'tomorrow' } });
  expect(fault).toEqual({
    pointer: '#/window/notBefore',
    code: 'not-acceptable',
    detail: 'Write an instant such as 2026-03-01T06:00:00Z, {"after": "PT24H"} or nextDay.',
  });
});

test('a contradiction is told as a fault of its field', () => {
  expect(faults(TermsBody, { limits: { copies: 100 }, ...CC })).toEqual([
    'limits contradiction Nothing is added to a public licence: leave this out, or the basis.',
  ]);
  expect(faults(TermsBody, { limits: { copies: 100 } })).toEqual([
    'limits.copies contradiction Copies are of print: add print to `media`, or leave this out.',
  ]);
});

test('a public licence stands alone: nothing of ours is a condition beside it', () => {
  const terms: Terms = TermsBody.parse(CC);
  expect(terms).toMatchObject({ ...CC, removal: null, correction: null, edits: { level: 'any' } });
  expect(TermsBody.parse(writeTerms(terms))).toEqual(terms);
  expect(TermsBody.parse({ ...CC, images: 'withStory', onCorrection: 'fixed' })).toMatchObject({
    images: 'withStory',
    onCorrection: 'fixed',
  });
});

test('a fee is in a currency of ISO 4217, in whole minor units', () => {
  const fee = { amount: 900, currency: 'EUR' };
  expect(TermsBody.parse({ fee }).fee).toEqual({ ...fee, basis: 'perUse', reference: null });
  expect(faults(TermsBody, { fee: { amount: 900 } })).toEqual([
    expect.stringMatching(/^fee\.currency invalid_type/),
  ]);
  expect(faults(TermsBody, { fee: { ...fee, currency: 'EUX' } })).toEqual([
    'fee.currency custom Write an ISO 4217 code in upper case, such as EUR.',
  ]);
});

test('both can be drawn as JSON Schema, each field with its default', () => {
  // zod draws no default of what it turns into something else, as it does instants.
  const { window: _, ...expected } = DEFAULT_TERMS;
  const drawn = z.toJSONSchema(TermsBody, { io: 'input' });
  const properties = drawn.$defs?.Terms?.properties ?? {};
  const defaults = Object.entries(properties).map(([name, schema]) => [
    name,
    typeof schema === 'object' ? schema.default : undefined,
  ]);
  expect(Object.fromEntries(defaults)).toEqual(expected);
  expect(Object.keys(properties)).toEqual(Object.keys(DEFAULT_TERMS));
  expect(z.toJSONSchema(TermsReply)).toHaveProperty('$defs.TermsReply');
});
