import { fillTerms, type GivenTerms } from '../../src/domain/fill-terms.ts';
import { termsSentences } from '../../src/domain/terms-sentences/index.ts';

const said = (given: GivenTerms) =>
  termsSentences(fillTerms(given)).map(({ term, held, text }) => `${term} ${held}: ${text}`);
/** What terms say that the defaults do not. */
const differing = (given: GivenTerms) => {
  const usual = said({});
  return said(given).filter((sentence) => !usual.includes(sentence));
};

test('the defaults say all that they permit and demand', () => {
  expect(said({})).toEqual([
    'media attested: The text may appear in these media and no others: web.',
    'territories enforced: Licences are given for readers everywhere.',
    'territories attested: Readers elsewhere are not offered the text.',
    "languages enforced: Licences are given for the article's own language.",
    'translation attested: The text is not translated.',
    'window enforced: A licence lasts for at most 365 days.',
    'portion enforced: The whole text is licensed.',
    'edits checked: The text is not changed.',
    'edits checked: The headline stays as it is.',
    'credit checked: The footer stays with the text.',
    'links checked: The links in the text stay.',
    "links checked: The page names the original as canonical where the outlet's system can.",
    'images enforced: No image is sent.',
    'onCorrection enforced: When the publication corrects the article, a licence for the new version follows.',
    'correction checked: A correction is made within 240 minutes.',
    'removal checked: When the publication kills the article, it is removed within 60 minutes.',
    'afterExpiry enforced: When the licence ends, the text is taken back from where it was sent.',
    'afterExpiry checked: When the licence ends, every copy is removed.',
    'sale attested: The text is not sold on.',
    'sale attested: The text may stand behind a paywall.',
    'sale attested: Advertisements may be sold beside the text.',
    'onward attested: Nobody else is licensed by the outlet.',
    'ai attested: The text is not used to train models, as input to models, to build indexes for machines.',
  ]);
});

test.each<[string, GivenTerms, string[]]>([
  [
    'places and languages',
    { excludeTerritories: ['RU'], languages: ['en', 'nb'], translation: 'withApproval' },
    [
      'territories enforced: Licences are given for readers everywhere, except in RU.',
      'languages enforced: Licences are given for these languages: en, nb.',
      'translation attested: A translation is published only once the publication has approved it.',
    ],
  ],
  [
    'a window',
    {
      media: ['web', 'print'],
      window: {
        notBefore: { after: 'P1DT12H' },
        byMedium: { print: 'nextDay', web: Date.UTC(2026, 2, 1) },
        maxDays: 1,
        offerDays: 30,
      },
      advance: true,
    },
    [
      'media attested: The text may appear in these media and no others: web, print.',
      'window enforced: No use begins before 1 day and 12 hours after the article was first published.',
      'window enforced: In web, no use begins before 2026-03-01T00:00:00.000Z.',
      "window enforced: In print, no use begins before the calendar day after the article was first published, in the publication's time zone.",
      'window enforced: A licence for several media begins with the last of them.',
      'window enforced: A licence lasts for at most 1 day.',
      'window enforced: An article can be asked for until 30 days after it was first published.',
      'advance enforced: The text may be sent before it may be published; it then names the instant before which it may not.',
    ],
  ],
  [
    'changes',
    {
      edits: {
        level: 'shorten',
        headline: true,
        approval: 'cuts',
        minWords: 100,
        disclosure: 'This was shortened.',
      },
      portion: { maxWords: 1_500 },
    },
    [
      'portion enforced: An extract of at most 1,500 words, with a link to the original, is licensed.',
      'edits checked: The text may be shortened and fitted to house style, and is not changed otherwise.',
      'edits checked: The headline may be changed.',
      'edits attested: Cuts are published only once the publication has approved them.',
      'edits checked: At least 100 words of the text are left.',
      'edits checked: A text that was changed says: “This was shortened.”',
    ],
  ],
  [
    'a credit',
    { credit: { byline: '{byline}, {publication}', line: 'From {publication}.', tail: 'Bye.' } },
    [
      'credit enforced: The text is sent with a byline in this form: “{byline}, {publication}”',
      'credit enforced: The text is sent with this line over it: “From {publication}.”',
      'credit enforced: The text is sent with this at its end: “Bye.”',
      'credit checked: These and the footer stay with the text.',
    ],
  ],
  [
    'duties',
    {
      onCorrection: 'fixed',
      correction: { withinMinutes: 5, notice: 'bottom' },
      report: { withinHours: 48, evidence: 'pdf' },
      afterExpiry: 'keepPublished',
    },
    [
      'onCorrection enforced: A licence is for one version of the article and stays on it, unless a correction is mandatory.',
      'correction checked: A correction is made within 5 minutes.',
      'correction checked: A notice of the correction stands under the text.',
      'report checked: Within 48 hours of its delivery the outlet reports the page by its URL; a report that does not come in time is recorded.',
      'report attested: With the report goes a PDF of the page.',
      'afterExpiry enforced: When the licence ends, what was sent is not taken back.',
      'afterExpiry checked: Copies that were published while the licence held may stay.',
    ],
  ],
  [
    'bounds',
    {
      media: ['print', 'web'],
      limits: { sites: 1, copies: 5_000, liveAtOnce: 3 },
      exclusivity: { territories: ['NO', 'SE'], days: 7 },
    },
    [
      'media attested: The text may appear in these media and no others: print, web.',
      'exclusivity enforced: For 7 days no other outlet is given the article in NO, SE.',
      'limits attested: It stands on at most 1 site.',
      'limits attested: At most 5,000 copies are printed.',
      'limits enforced: An outlet holds at most 3 licences of this publication at once.',
    ],
  ],
  [
    'trade',
    {
      sale: { resale: true, paywall: 'forbidden', ads: 'around' },
      onward: { sublicense: true, deniedPlatforms: ['Chatter'] },
      ai: { index: true },
      fee: { amount: 12_550, currency: 'NOK', basis: 'perUse', reference: 'Order 7' },
    },
    [
      'sale attested: The text may be sold on.',
      'sale attested: The text does not stand behind a paywall.',
      'sale attested: Advertisements may stand around the text, and are not sold against it.',
      'onward attested: The outlet may license the text to others.',
      'onward attested: These platforms do not carry the text: Chatter.',
      'ai attested: The text may be used to build indexes for machines.',
      'ai attested: The text is not used to train models, as input to models.',
      'fee attested: The fee is NOK 125.50 (perUse), reference Order 7.',
    ],
  ],
])('%s are said in words', (_what, given, sentences) => {
  expect(differing(given)).toEqual(sentences);
});

test('a currency without minor units is told in whole ones', () => {
  const fee = { amount: 1_200, currency: 'JPY', basis: 'perUse', reference: null };
  expect(differing({ fee })).toEqual(['fee attested: The fee is JPY 1,200 (perUse).']);
});

test('terms on a public licence say that, and what we do ourselves, and nothing else', () => {
  expect(said({ basis: { uri: 'https://licences.example/free' }, images: 'withStory' })).toEqual([
    'basis attested: The text is offered under the public licence https://licences.example/free, to which nothing is added.',
    'window enforced: A licence lasts for at most 36,500 days.',
    'images enforced: The images are sent that may go with the story, for use with it alone.',
    'onCorrection enforced: When the publication corrects the article, a licence for the new version follows.',
  ]);
});
