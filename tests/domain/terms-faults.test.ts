import { fillTerms, type GivenTerms } from '../../src/domain/fill-terms.ts';
import { DEFAULT_TERMS } from '../../src/domain/terms.ts';
import { termsFaults } from '../../src/domain/terms-faults.ts';

const faults = (given: GivenTerms) =>
  termsFaults(fillTerms(given)).map(({ path, message }) => `${path.join('.')} ${message}`);

test.each<[string, GivenTerms, string]>([
  [
    'no territory at all',
    { territories: ['NO', 'SE'], excludeTerritories: ['SE', 'NO'] },
    'excludeTerritories These terms would offer no territory at all.',
  ],
  [
    'translation into no named language',
    { translation: 'accurate' },
    'translation Name in `languages` those into which it may be translated.',
  ],
  [
    'a beginning for a medium that is not on offer',
    { window: { byMedium: { print: 'nextDay' } } },
    'window.byMedium.print Not on offer for print: add it to `media`, or leave this out.',
  ],
  [
    'more words left than are licensed',
    { portion: { maxWords: 100 }, edits: { level: 'shorten', minWords: 101 } },
    'edits.minWords More than the 100 words of `portion`: ask for fewer, or license more.',
  ],
  [
    'a bound for cuts that nobody may make',
    { edits: { level: 'style', minWords: 50 } },
    'edits.minWords The text may not be shortened: set `edits.level` to shorten or any, or leave this out.',
  ],
  [
    'cuts to approve that nobody may make',
    { edits: { approval: 'cuts' } },
    'edits.approval There are no cuts to approve: set `edits.level` to shorten or any, or leave this out.',
  ],
  [
    'changes to tell of that nobody may make',
    { edits: { disclosure: 'It was changed.' } },
    'edits.disclosure The text may not be changed: raise `edits.level`, or leave this out.',
  ],
  [
    'a credit that names what is not known',
    { credit: { line: 'By {author}, {publication} {' } },
    'credit.line {author}, { is not known here. Use {publication} {holder} {headline} {canonicalUrl}.',
  ],
  [
    'a byline without its author',
    { credit: { byline: 'Our correspondent' } },
    'credit.byline This names no author: write {byline} where the byline is to stand.',
  ],
  [
    'copies of what is not printed',
    { limits: { copies: 100 } },
    'limits.copies Copies are of print: add print to `media`, or leave this out.',
  ],
  [
    'sites of what is not on the web',
    { media: ['print'], limits: { sites: 1 } },
    'limits.sites Sites are on the web: add web to `media`, or leave this out.',
  ],
  [
    'exclusivity where nothing is on offer',
    { territories: ['NO'], exclusivity: { territories: ['NO', 'SE'], days: 7 } },
    'exclusivity.territories.1 SE is not on offer: nobody can have it to themselves.',
  ],
  [
    'a condition beside a public licence',
    {
      basis: { uri: 'https://creativecommons.org/licenses/by/4.0/' },
      removal: { withinMinutes: 60 },
    },
    'removal Nothing is added to a public licence: leave this out, or the basis.',
  ],
])('%s is refused, and the refusal says what to do', (_what, value, message) => {
  expect(faults(value)).toEqual([message]);
});

test('the defaults, and a public licence by itself, hold no contradiction', () => {
  expect(termsFaults(DEFAULT_TERMS)).toEqual([]);
  expect(faults({ basis: { uri: 'https://creativecommons.org/licenses/by/4.0/' } })).toEqual([]);
});
