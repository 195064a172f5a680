import { MEDIA } from './media.ts';
import { DEFAULT_TERMS, type Terms } from './terms.ts';

const MOST_DAYS = 36_500;

/**
 * What stands beside a public licence: nothing that would be a condition of ours. Every field has
 * its widest value, so that the licence at `uri` alone says what may be done.
 */
export function publicTerms(uri: string): Terms {
  return {
    ...DEFAULT_TERMS,
    media: MEDIA,
    translation: 'accurate',
    window: { notBefore: null, byMedium: {}, maxDays: MOST_DAYS, offerDays: null },
    afterExpiry: 'keepPublished',
    edits: { ...DEFAULT_TERMS.edits, level: 'any', headline: true },
    links: { keep: false, canonical: 'off' },
    removal: null,
    correction: null,
    sale: { resale: true, paywall: 'allowed', ads: 'any' },
    onward: { sublicense: true, deniedPlatforms: [] },
    ai: { train: true, input: true, index: true },
    basis: { uri },
  };
}

/** The URI of the public licence that the terms rest on; null for terms of the house's own. */
export function publicLicenceOf({ basis }: Pick<Terms, 'basis'>): string | null {
  return basis === 'own' ? null : basis.uri;
}
