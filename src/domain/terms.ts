import type { Instant } from './instant.ts';
import type { Medium } from './media.ts';
import type { EditLevel, ImageLevel } from './use.ts';

/** When a reprint may begin: an instant, so long after first publication, or on the day after it. */
export type Beginning = Instant | { after: string } | 'nextDay';

/** When the article may be asked for, and from when and for how long it may be used. */
export interface Window {
  /** No reprint before this; null: at once. */
  notBefore: Beginning | null;
  /** Where a medium has a beginning of its own, which stands in the place of `notBefore`. */
  byMedium: Readonly<Partial<Record<Medium, Beginning>>>;
  /** The longest use in days of 24 hours, counted from its beginning. */
  maxDays: number;
  /** Days of 24 hours after first publication in which the article may be asked for; null: any. */
  offerDays: number | null;
}

/** How far the text may be changed, and what is owed for that. */
export interface Edits {
  level: EditLevel;
  /** Whether the headline may be changed. */
  headline: boolean;
  /** What the publication has to see before it is printed. */
  approval: 'none' | 'cuts' | 'all';
  /** The fewest words that may be left of the text. */
  minWords: number | null;
  /** The sentence that tells readers of changes. */
  disclosure: string | null;
}

/** How much of the text is licensed. */
export type Portion = 'full' | { maxWords: number } | { maxParagraphs: number };

/** How the work is credited beside its footer; see `credit-lines.ts` for what stands in braces. */
export interface Credit {
  /** Form of the byline, for example `{byline}, {publication}`; null: as it stands. */
  byline: string | null;
  /** For example `This article first appeared in {publication}.` */
  line: string | null;
  /** Where the line stands: over the body, or under it. */
  position: 'top' | 'bottom';
  /** Closing text after the body. */
  tail: string | null;
}

/** A price that is recorded and never collected. */
export interface Fee {
  /** In minor units of the currency. */
  amount: number;
  /** ISO 4217. */
  currency: string;
  /** What the amount is for, for example `perUse`. */
  basis: string;
  /** An order, an invoice, a contract. */
  reference: string | null;
}

/** What a licence permits and demands. */
export interface Terms {
  media: readonly Medium[];
  /** ISO 3166-1 alpha-2 codes, or only `world`. */
  territories: readonly string[];
  /** Codes taken out of `territories`. */
  excludeTerritories: readonly string[];
  /** BCP 47 ranges; null: the article's own language. */
  languages: readonly string[] | null;
  translation: 'none' | 'withApproval' | 'accurate';
  window: Window;
  /** `keepPublished`: copies published within the window may stay. */
  afterExpiry: 'remove' | 'keepPublished';
  /** The text may be sent before an embargo lifts, marked with the instant. */
  advance: boolean;
  /** `follow`: a correction comes with a successor; `fixed`: the licence stays on its version. */
  onCorrection: 'follow' | 'fixed';
  edits: Edits;
  portion: Portion;
  credit: Credit;
  links: {
    /** Links in the body stay. */
    keep: boolean;
    /** Whether the page has to name the original as canonical. */
    canonical: 'off' | 'ifSupported' | 'required';
  };
  images: ImageLevel;
  /** How soon the published page has to be reported, and by what; null: not at all. */
  report: { withinHours: number; evidence: 'url' | 'pdf' } | null;
  /** How soon a killed text has to be gone; null: a public licence asks for nothing. */
  removal: { withinMinutes: number } | null;
  /** How soon a correction has to be made, and where readers are told of it; null as above. */
  correction: { withinMinutes: number; notice: 'top' | 'bottom' | null } | null;
  sale: {
    resale: boolean;
    paywall: 'allowed' | 'avoid' | 'forbidden';
    ads: 'any' | 'around' | 'none';
  };
  onward: {
    sublicense: boolean;
    /** Names of platforms that may not carry it. */
    deniedPlatforms: readonly string[];
  };
  limits: {
    /** Sites it may stand on. */
    sites: number | null;
    /** Circulation in print. */
    copies: number | null;
    /** Licences of this publication that one outlet may hold at once. */
    liveAtOnce: number | null;
  };
  /** No other outlet holds a live licence there for so many days of 24 hours. */
  exclusivity: { territories: readonly string[]; days: number } | null;
  /** What machines may do with the text beyond showing it to readers. */
  ai: { train: boolean; input: boolean; index: boolean };
  fee: Fee | null;
  /** `uri`: a public licence, to which nothing is added. */
  basis: 'own' | { uri: string };
}

/** The name under which `DEFAULT_TERMS` are kept, like all others, as version 1. */
export const BUILT_IN_TERMS = 'imprimatur-default';

/** What a publication offers that has named nothing else. */
export const DEFAULT_TERMS: Terms = {
  media: ['web'],
  territories: ['world'],
  excludeTerritories: [],
  languages: null,
  translation: 'none',
  window: { notBefore: null, byMedium: {}, maxDays: 365, offerDays: null },
  afterExpiry: 'remove',
  advance: false,
  onCorrection: 'follow',
  edits: { level: 'none', headline: false, approval: 'none', minWords: null, disclosure: null },
  portion: 'full',
  credit: { byline: null, line: null, position: 'top', tail: null },
  links: { keep: true, canonical: 'ifSupported' },
  images: 'none',
  report: null,
  removal: { withinMinutes: 60 },
  correction: { withinMinutes: 240, notice: null },
  sale: { resale: false, paywall: 'allowed', ads: 'any' },
  onward: { sublicense: false, deniedPlatforms: [] },
  limits: { sites: null, copies: null, liveAtOnce: null },
  exclusivity: null,
  ai: { train: false, input: false, index: false },
  fee: null,
  basis: 'own',
};
