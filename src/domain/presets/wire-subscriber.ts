import { fillTerms } from '../fill-terms.ts';
import type { Preset } from './preset.ts';

/** A newspaper that takes the service of an agency. */
export const wireSubscriber: Preset = {
  name: 'wire-subscriber',
  title: 'Wire subscriber: what an agency sends',
  summary:
    'For all media of a subscriber, to shorten freely; sent ahead of embargoes so that ' +
    'pages can be made up. Kills within a quarter of an hour, corrections within half an hour, ' +
    'and nothing is kept for longer than 30 days.',
  terms: fillTerms({
    media: ['web', 'app', 'newsletter', 'print', 'broadcast', 'social', 'intranet'],
    window: { maxDays: 30, offerDays: 30 },
    afterExpiry: 'remove',
    advance: true,
    edits: { level: 'shorten', headline: true },
    links: { keep: false, canonical: 'off' },
    images: 'withStory',
    removal: { withinMinutes: 15 },
    correction: { withinMinutes: 30, notice: null },
  }),
};
