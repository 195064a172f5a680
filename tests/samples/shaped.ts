import { nonProfitNewsroom } from '../../src/domain/presets/non-profit-newsroom.ts';
import type { Sample } from './sample.ts';

const HERONS = [
  'The herons are back on the breakwater, eleven of them, and they have brought an argument.',
  'The anglers want the outer stones, where the bass run. So do the herons. “They were here first this year,” said the harbour master, who counts both.',
  'For a week nobody gave way. Then a boy left a bucket of sprats on the inner stones, and the herons moved.',
  'The bucket is now filled by rota.',
];
const html = HERONS.map((paragraph) => `<p>${paragraph}</p>`).join('');

/** The same story under terms that have more to say than the defaults. */
export const shaped: readonly Sample[] = [
  {
    name: 'en-terms-non-profit',
    headline: 'Herons and anglers share the breakwater',
    byline: 'By Ines Falk',
    language: 'en',
    path: '2026/herons',
    publishedAt: '2026-05-02T08:00:00+02:00',
    body: { html },
    terms: nonProfitNewsroom.terms,
    carries: [
      'By Ines Falk, Harbour News',
      'This article was first published by Harbour News:',
      'The bucket is now filled by rota.',
    ],
    lacks: ['{byline}', '[…]', 'EMBARGO'],
  },
  {
    name: 'en-terms-extract-ahead',
    headline: 'Herons and anglers share the breakwater',
    byline: 'By Ines Falk',
    dateline: 'TIDEWATER',
    language: 'en',
    path: '2026/herons',
    publishedAt: '2026-05-02T08:00:00+02:00',
    body: { html },
    terms: {
      portion: { maxWords: 40 },
      credit: {
        line: 'First in {publication}.',
        position: 'bottom',
        tail: 'Harbour News is sent to its readers every Saturday.',
      },
      edits: { level: 'style', disclosure: 'This text was fitted to the style of this paper.' },
    },
    notBefore: '2026-05-03T06:00:00Z',
    carries: [
      'and they have brought an argument.',
      'So do the herons.',
      'First in Harbour News.',
      'Harbour News is sent to its readers every Saturday.',
    ],
    lacks: ['They were here first', 'sprats', 'rota'],
  },
];
