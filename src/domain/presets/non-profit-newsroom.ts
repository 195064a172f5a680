import { fillTerms } from '../fill-terms.ts';
import type { Preset } from './preset.ts';

/** A newsroom that lives by donations and wants to be read. */
export const nonProfitNewsroom: Preset = {
  name: 'non-profit-newsroom',
  title: 'Non-profit newsroom: republish us',
  summary:
    'Anybody may reprint in full, with byline, a first line that names the newsroom, links and ' +
    'canonical kept. Style edits only, no image that is not free to go with the story, no resale, ' +
    'advertisements around the text and never sold against it, removal on notice.',
  terms: fillTerms({
    media: ['web', 'app', 'newsletter', 'print'],
    window: { maxDays: 3_650 },
    afterExpiry: 'keepPublished',
    edits: { level: 'style' },
    credit: {
      byline: '{byline}, {publication}',
      line: 'This article was first published by {publication}: {canonicalUrl}',
      position: 'top',
    },
    links: { keep: true, canonical: 'ifSupported' },
    images: 'withStory',
    removal: { withinMinutes: 1_440 },
    correction: { withinMinutes: 1_440, notice: 'top' },
    sale: { resale: false, paywall: 'avoid', ads: 'around' },
  }),
};
