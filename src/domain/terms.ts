import { formatInstant, type Instant } from './instant.ts';
import type { Medium } from './media.ts';
import type { EditLevel, ImageLevel } from './use.ts';

/** What a licence permits and demands. */
export interface Terms {
  media: readonly Medium[];
  /** ISO 3166-1 alpha-2 codes, or only `world`. */
  territories: readonly string[];
  /** Codes taken out of `territories`. */
  excludeTerritories: readonly string[];
  /** BCP 47 ranges; null: the article's own language. */
  languages: readonly string[] | null;
  window: {
    /** No reprint before this instant. */
    notBefore: Instant | null;
    /** The longest use in days of 24 hours, counted from its beginning. */
    maxDays: number;
  };
  /** `keepPublished`: copies published within the window may stay. */
  afterExpiry: 'remove' | 'keepPublished';
  edits: { level: EditLevel };
  images: ImageLevel;
}

/** The name under which `DEFAULT_TERMS` are kept, like all others, as version 1. */
export const BUILT_IN_TERMS = 'imprimatur-default';

/** What a publication offers that has named nothing else. */
export const DEFAULT_TERMS: Terms = {
  media: ['web'],
  territories: ['world'],
  excludeTerritories: [],
  languages: null,
  window: { notBefore: null, maxDays: 365 },
  afterExpiry: 'remove',
  edits: { level: 'none' },
  images: 'none',
};

/** Terms as they are frozen and published: every field, instants in RFC 3339. */
export type TermsDocument = Omit<Terms, 'window'> & {
  window: { notBefore: string | null; maxDays: number };
};

/** Writes terms for the public; the members always stand in the same order. */
export function writeTerms(terms: Terms): TermsDocument {
  const { notBefore, maxDays } = terms.window;
  return {
    media: terms.media,
    territories: terms.territories,
    excludeTerritories: terms.excludeTerritories,
    languages: terms.languages,
    window: { notBefore: notBefore === null ? null : formatInstant(notBefore), maxDays },
    afterExpiry: terms.afterExpiry,
    edits: { level: terms.edits.level },
    images: terms.images,
  };
}

/** Reads back what `writeTerms` wrote. */
export function readTerms(document: TermsDocument): Terms {
  const { notBefore, maxDays } = document.window;
  return {
    ...document,
    window: { notBefore: notBefore === null ? null : Date.parse(notBefore), maxDays },
  };
}
