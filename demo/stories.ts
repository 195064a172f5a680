import { PUBLICATION } from './house.ts';

/** Half an hour before midnight in UTC, but already New Year's Day in the publication's zone. */
const PUBLISHED_AT = '2025-12-31T23:30:00Z';

/** What `{years}` has to become: 2009 to the year of `PUBLISHED_AT` in Oslo. */
export const YEARS = '2009-2026';

/** What the first version gets wrong, and what the second says instead. */
export const WRONG = '2.1 metres';
export const RIGHT = '1.2 metres';

/** How the story's last own paragraph ends. */
export const LAST_WORDS = 'when the tide allows two crews to work at once.';

const wall = {
  headline: 'Harbour wall to rise before the autumn storms',
  summary: 'The council has paid for the last stretch of the sea wall.',
  language: 'en',
  canonicalUrl: `${PUBLICATION.url}2026/harbour-wall`,
  subjects: ['local government', 'coast'],
};

/** What the service has to see in the wire text. */
export const BYLINE = 'By the harbour desk';
export const PLACE = 'TIDEWATER';

/** What stands in the wire text, or was left there by a partner, and belongs to no story. */
export const NOT_THE_STORY = ['-30-', 'licence 4711', 'Gulls learn to open'];

/** The story that the demo follows, as a wire sends it and a partner passes it on. */
export const WALL_STORY = {
  ...wall,
  publication: PUBLICATION.slug,
  externalId: 'tg-2026-0001',
  publishedAt: PUBLISHED_AT,
  body: { text: wireText(WRONG) },
};

export const WALL_CORRECTED = {
  ...wall,
  body: { text: wireText(RIGHT) },
  correctionNote: `An earlier version said that the wall would rise by ${WRONG}; it is ${RIGHT}.`,
};

/** Plain text, as it comes out of an e-mail. */
export const INTERVIEW = {
  publication: PUBLICATION.slug,
  externalId: 'tg-2026-0002',
  headline: 'Forty years of winding the town clock',
  byline: 'Questions by the Saturday desk',
  dateline: null,
  summary: 'The keeper of the town clock hands over her key.',
  language: 'en',
  canonicalUrl: `${PUBLICATION.url}2026/town-clock`,
  publishedAt: PUBLISHED_AT,
  subjects: ['interview'],
  body: {
    text: [
      'The town clock runs eight days on one winding. Its keeper climbed the tower every Sunday.',
      'She says that the hardest part was never the stairs. It was the hour that comes twice in autumn.',
    ].join('\n\n'),
  },
};

/** A story that the house may not pass on. */
export const POEM = {
  publication: PUBLICATION.slug,
  externalId: 'tg-2026-0003',
  headline: 'Low water',
  language: 'en',
  canonicalUrl: `${PUBLICATION.url}2026/low-water`,
  publishedAt: PUBLISHED_AT,
  rights: { reprint: 'none', note: 'The poet gave it to us alone.' },
  body: { text: 'The boats lie down on the mud like cattle, and the gulls walk home.' },
};

/** What the partner's standing licence lets through. */
export const FILTER = { subject: ['ferries'] };

export const FERRY = {
  publication: PUBLICATION.slug,
  externalId: 'tg-2026-0004',
  headline: 'The evening ferry comes back',
  language: 'en',
  canonicalUrl: `${PUBLICATION.url}2026/evening-ferry`,
  publishedAt: '2026-01-02T07:00:00Z',
  subjects: FILTER.subject,
  body: { text: 'From May the timetable has a boat at nine again, after four years without one.' },
};

/** What it keeps out. */
export const CHOIR = {
  ...FERRY,
  externalId: 'tg-2026-0005',
  headline: 'The choir rehearses in the net loft',
  canonicalUrl: `${PUBLICATION.url}2026/choir`,
  subjects: ['music'],
  body: { text: 'The nets are gone, and the beams that held them carry a low note very far.' },
};

function wireText(height: string): string {
  return `${BYLINE}

${PLACE} (${PUBLICATION.name}) -- The harbour wall will rise by ${height} along its
whole length before the autumn storms, the council decided at its last
sitting of the year.

The last stretch had waited for money since spring. A loan from the
region now pays for it.

WORK AT LOW WATER

Masons start at the fish market in March, ${LAST_WORDS}

-30-

© 2009-2025 ${PUBLICATION.copyrightHolder}. First published by ${PUBLICATION.name}: ${wall.canonicalUrl} – reprinted under licence 4711, which anyone can check at https://licences.example/4711

Latest news from ${PUBLICATION.name}

- Gulls learn to open the door of the fish market
`;
}
