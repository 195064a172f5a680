import { withdrawalSentence } from '../../src/domain/withdrawal-notice.ts';
import { withdrawalNotice } from '../../src/formats/withdrawal-notice.ts';

test.each([
  ['en', 'A story that stood here was withdrawn by Harbour News.'],
  ['en-GB', 'A story that stood here was withdrawn by Harbour News.'],
  ['de-CH', 'Ein Artikel, der hier stand, wurde von Harbour News zurückgezogen.'],
  ['no', 'En artikkel som sto her, er trukket tilbake av Harbour News.'],
  ['nb-NO', 'En artikkel som sto her, er trukket tilbake av Harbour News.'],
  ['ja', 'A story that stood here was withdrawn by Harbour News.'],
])('readers of %s are told in words that they know, or in English', (language, sentence) => {
  expect(withdrawalSentence('killed', 'Harbour News', language)).toBe(sentence);
});

test('what is withheld may return, and the sentence says so', () => {
  expect(withdrawalSentence('withheld', 'Harbour News', 'en')).toContain('until further notice');
});

test('the notice carries its placement, and a name is text and no markup', () => {
  const about = {
    why: 'killed',
    publication: 'Tide <b>&\n Co',
    language: 'en',
    placement: 'plc_8',
  } as const;
  const { text, html } = withdrawalNotice(about);
  expect(text).toBe('A story that stood here was withdrawn by Tide <b>& Co.');
  expect(html).toBe(
    '<p class="imprimatur-withdrawn" data-imprimatur-placement="plc_8">A story that stood here was withdrawn by Tide &lt;b&gt;&amp; Co.</p>',
  );
});
