/** Articles as the documentation shows them; the service accepts both as they stand. */
export const newArticleExample = {
  publication: 'harbour-news',
  externalId: 'hn-2026-0117',
  headline: 'Ferry company returns to the old harbour',
  byline: 'By the maritime desk',
  dateline: 'BREVIK',
  body: {
    html: '<p>The evening ferry will call at the old harbour again from May, nine years after the last passenger stepped ashore there.</p><p>The town has repaired the quay and the company has promised two departures a day.</p>',
  },
  summary: 'Two departures a day from May.',
  language: 'en',
  canonicalUrl: 'https://harbour-news.example/2026/ferry-returns',
  publishedAt: '2026-03-01T06:00:00Z',
  subjects: ['transport'],
};

export const correctionExample = {
  headline: 'Ferry company returns to the old harbour',
  byline: 'By the maritime desk',
  dateline: 'BREVIK',
  body: {
    html: '<p>The evening ferry will call at the old harbour again from June, nine years after the last passenger stepped ashore there.</p><p>The town has repaired the quay and the company has promised two departures a day.</p>',
  },
  summary: 'Two departures a day from June.',
  language: 'en',
  canonicalUrl: 'https://harbour-news.example/2026/ferry-returns',
  subjects: ['transport'],
  correctionNote: 'An earlier version named the wrong month.',
};
