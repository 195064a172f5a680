import type { Sample } from './sample.ts';

/** Text as it comes over a wire: every custom at once, then the ways in which they vary. */
export const englishWire: readonly Sample[] = [
  {
    name: 'en-wire-all-customs',
    headline: 'Night ferry comes back to the old quay',
    summary: 'After six winters the last boat of the day ties up in town again.',
    language: 'en',
    path: '2026/night-ferry',
    publishedAt: '2026-03-14T05:30:00Z',
    body: {
      text: `NIGHT FERRY COMES BACK TO THE OLD QUAY

By the harbour desk

TIDEWATER/EAST HOLM (Harbour News) -- The night ferry tied up at the old
quay on Friday for the first time in six winters, with 140 people on board
and a brass band that had waited in the rain since seven.

The port had moved the boat to the container basin in 2019, a bus ride out
of town. Shops along the quay say they lost every third customer.

WHAT THE QUAY COST

Divers found in autumn that half of the oak piles could stay. That brought
the price down to 4.1 million, which the town and the line share.

"We counted on new piles," the harbour office said. "The old ones had other
ideas."

WHAT COMES NEXT

A second crossing at five in the morning starts in May, for the fish
market & the bakers.

-30-

Copyright 2009-2025 Harbour News Cooperative. This story first appeared in
Harbour News at https://harbour-news.example/2025/quay and is reproduced
with permission.

Latest news from Harbour News

- Lighthouse lamp goes to the museum
  https://harbour-news.example/2025/lamp
- Herring late again
  https://harbour-news.example/2025/herring
`,
    },
    latest: [
      {
        headline: 'Dredger stuck on the sandbank that it came to remove',
        summary: 'It takes the spring tide to float her.',
        url: 'https://harbour-news.example/2026/dredger',
      },
      {
        headline: 'Harbour school teaches knots again',
        summary: null,
        url: 'https://harbour-news.example/2026/knots',
      },
    ],
    carries: [
      'By the harbour desk',
      'TIDEWATER/EAST HOLM (Harbour News) – The night ferry tied up at the old quay on Friday',
      'a brass band that had waited in the rain since seven.',
      'WHAT THE QUAY COST',
      'for the fish market & the bakers.',
      'Latest news from Harbour News',
      'Dredger stuck on the sandbank that it came to remove',
      'It takes the spring tide to float her.',
    ],
    lacks: [
      '-30-',
      '2009-2025',
      'Herring late again',
      'NIGHT FERRY COMES BACK',
      '(Harbour News) --',
    ],
  },
  {
    name: 'en-wire-single-lines',
    headline: 'Frost takes half of the plum harvest',
    language: 'en',
    path: '2026/plums',
    publishedAt: '2026-05-02T16:00:00Z',
    body: {
      text: [
        'By our farm desk',
        'UPPER VALE, May 2 (Harbour News) — Three nights of frost have taken about half of the plum blossom in the valley, growers said on Saturday.',
        'Fires burned between the rows until sunrise. Where the smoke lay low, the blossom held; on the slopes it turned brown by noon.',
        'PRICES',
        'Wholesalers expect plums to cost a third more in August than a year before.',
        'Page 1 of 1',
        'ENDS',
      ].join('\n'),
    },
    carries: [
      'By our farm desk',
      'UPPER VALE (Harbour News) – Three nights of frost',
      'PRICES',
      'a third more in August than a year before.',
    ],
    lacks: ['ENDS', 'Page 1 of 1', 'May 2 (Harbour News)'],
  },
  {
    name: 'en-wire-copyright-line',
    headline: 'Library lends umbrellas',
    byline: 'By the city desk',
    dateline: 'TIDEWATER',
    language: 'en',
    path: '2026/umbrellas',
    publishedAt: '2026-09-30T07:00:00Z',
    body: {
      text: `By someone else's desk

SOMEWHERE (Harbour News) – The town library lends umbrellas from Monday. A reader's card is enough, and the fine for a late one is a dry one in return.

Forty of them hang by the door, all found on trains and never asked for.

____________________

Copyright (c) 2026 by Harbour News. All rights reserved.

Latest news from Harbour News:
Clock tower stops at noon
Read more at https://harbour-news.example/2026/clock`,
    },
    carries: [
      'By the city desk',
      'TIDEWATER (Harbour News) – The town library lends umbrellas from Monday.',
      'all found on trains and never asked for.',
    ],
    lacks: ["someone else's", 'SOMEWHERE', 'All rights reserved', 'Clock tower', '____'],
  },
  {
    name: 'en-verbatim-poem',
    headline: 'Low water',
    language: 'en',
    path: '2026/low-water',
    publishedAt: '2026-08-08T08:00:00Z',
    intake: 'verbatim',
    body: {
      text: `By the river

LOW WATER

The boats lie down on the mud like cattle,
and the gulls walk home.

ENDS

is what the tide writes, and rubs out, and writes.`,
    },
    carries: ['By the river', 'LOW WATER', 'ENDS', 'is what the tide writes'],
    lacks: ['<', '&'],
  },
  {
    name: 'en-new-year',
    headline: 'Rocket over the harbour is the first of 2026',
    language: 'en',
    path: '2026/first-rocket',
    publishedAt: '2025-12-31T23:30:00Z',
    body: {
      text: 'OSLO (Harbour News) ‒ Half an hour into the year the first rocket went up over the harbour, and the dogs of three streets told everyone.\n\nNobody was hurt.',
    },
    correctionNote: 'An earlier version said that the rocket was the second of the year.',
    carries: [
      'OSLO (Harbour News) – Half an hour into the year',
      '© 2009-2026 Harbour News Cooperative',
      'An earlier version said that the rocket was the second of the year.',
    ],
    lacks: ['2009-2025'],
  },
];
