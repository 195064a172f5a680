/** Where a reprint may appear. */
export const MEDIA = [
  'web',
  'app',
  'newsletter',
  'print',
  'broadcast',
  'social',
  'intranet',
] as const;

/** How far the text may be changed. */
export const EDIT_LEVELS = ['none', 'style', 'shorten', 'any'] as const;

/** Which images may go along. */
export const IMAGE_LEVELS = ['none', 'withStory', 'listed'] as const;

/** The version that may be reprinted. */
export interface ArticleClaim {
  id: string;
  version: number;
  href: string;
  headline: string;
  /** BCP 47. */
  lang: string;
  /** `sha256-…` over the version's canonical plain text (W3C Subresource Integrity form). */
  integrity: string;
}

/** What a standing licence covers: every article of the publication that the filter lets through. */
export interface FeedClaim {
  publication: string;
  filter: FeedFilterClaim;
}

/** What is named of these an article has to meet; a list means any of these. */
export interface FeedFilterClaim {
  subject?: readonly string[] | undefined;
  /** BCP 47; a language holds its variants. */
  language?: readonly string[] | undefined;
  /** Hours from its publication to the day on which it could first have been taken, at most. */
  maxAgeHours?: number | undefined;
  minWords?: number | undefined;
  maxWords?: number | undefined;
}

/** The notice that must stay with the text. A feed's is a template, from which each is made. */
export interface FooterClaim {
  text?: string;
  template?: string;
  /** `sha256-…` over the UTF-8 of the text, or of the template. */
  integrity: string;
  required: true;
  position: string;
}

/** What was granted, in the shape in which it was asked; times are RFC 3339. */
export interface UseClaim {
  media: readonly (typeof MEDIA)[number][];
  territories: readonly string[];
  excludeTerritories?: readonly string[];
  languages: readonly string[];
  from: string;
  until: string;
  edits: (typeof EDIT_LEVELS)[number];
  images: (typeof IMAGE_LEVELS)[number];
}

/** How the work is credited, in schema.org's words. */
export interface CreditClaim {
  creditText: string;
  copyrightHolder: string;
  copyrightYear: number;
  canonical: string;
}

/** The human-readable terms, frozen. */
export interface TermsClaim {
  uri: string;
  version: number;
  /** `sha256-…` over the bytes at `uri`. */
  integrity: string;
}

/** Where the licence's status stands (IETF Token Status List, section 6.1). */
export interface StatusClaim {
  status_list: { idx: number; uri: string };
}

/** The transparency log, and how soon after issue a proof must exist. */
export interface LogClaim {
  origin: string;
  /** Maximum merge delay, in seconds (RFC 6962 section 3). */
  mmd: number;
}

/**
 * What a licence says, as a reader finds it. Times are NumericDates: whole seconds (RFC 7519
 * section 2). One of `article` and `feed` is there.
 */
export interface LicenceClaims {
  iss: string;
  /** The outlet. */
  sub: string;
  /** Web origins where the reprint may appear. */
  aud: readonly string[];
  /** `urn:uuid:` and the licence's id: its identity, which the token's string is not. */
  jti: string;
  iat: number;
  nbf: number;
  /** The first second that is too late. */
  exp: number;
  status: StatusClaim;
  article?: ArticleClaim;
  feed?: FeedClaim;
  footer: FooterClaim;
  use: UseClaim;
  credit: CreditClaim;
  terms: TermsClaim;
  /** The ODRL 2.2 Agreement that says the same as the claims beside it. */
  odrl: object;
  correction: 'follow' | 'fixed';
  prev?: string;
  series: string;
  log: LogClaim;
}
