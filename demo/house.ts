/** The publication that the demo seeds; its zone decides in which year a story counts. */
export const PUBLICATION = {
  slug: 'tidewater-gazette',
  name: 'The Tidewater Gazette',
  url: 'https://tidewater.example/',
  copyrightHolder: 'Tidewater Press Cooperative',
  copyrightSince: 2009,
  language: 'en',
  timeZone: 'Europe/Oslo',
  footerTemplate:
    '© {years} {holder}. First published by {publication}: {canonicalUrl} – reprinted under ' +
    'licence {licenceId}, which anyone can check at {verifyUrl}',
  latestBlock: { count: 2 },
  contact: 'rights@tidewater.example',
};

export const TERMS = {
  slug: 'web-reprint',
  body: { media: ['web', 'app'], window: { maxDays: 180 }, edits: { level: 'style' } },
};

export const POLICY = {
  defaultTerms: TERMS.slug,
  rules: [
    {
      name: 'partners',
      effect: 'grant',
      when: { outlet: { tag: ['partner'] } },
      reason: 'Partners may reprint on the web at once.',
    },
    {
      name: 'aggregators',
      effect: 'refuse',
      when: { outlet: { class: ['aggregator'] } },
      reason: 'We license to newsrooms, not to services that gather headlines.',
    },
    {
      name: 'interviews',
      effect: 'refer',
      when: { article: { subject: ['interview'] } },
      reason: 'The rights desk asks the person interviewed first.',
    },
  ],
};

export const PARTNER = {
  name: 'Northshore Daily',
  origins: ['https://northshore.example'],
  country: 'NO',
  class: 'newspaper',
  tags: ['partner'],
  contacts: ['desk@northshore.example'],
};

export const AGGREGATOR = {
  name: 'Headline Harvest',
  origins: ['https://harvest.example'],
  country: 'SE',
  class: 'aggregator',
};
