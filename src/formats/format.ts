import type { Root } from 'hast';
import type { Instant } from '../domain/instant.ts';

/** A picture that may leave with the story. */
export interface Image {
  url: string;
  caption: string | null;
  credit: string | null;
  alt: string | null;
}

/** The teasers that follow a footer, as they were when the version came in. */
export interface Latest {
  /** `Latest news from {publication}` in the story's language. */
  heading: string;
  /** Newest first; at least one. */
  items: readonly { headline: string; summary: string | null; url: string }[];
}

/** One version of an article, with all that goes with it whoever prints it. */
export interface Story {
  articleId: string;
  version: number;
  headline: string;
  byline: string | null;
  /** The places alone. */
  dateline: string | null;
  summary: string | null;
  /** BCP 47. */
  language: string;
  canonicalUrl: string;
  publishedAt: Instant;
  publication: { name: string; url: string };
  copyright: { holder: string; year: number };
  correctionNote: string | null;
  /** As it was taken in; shared, never changed. */
  body: Root;
  /** Only those that may leave; no other image of the body does. */
  images: readonly Image[];
  latest: Latest | null;
}

/** What differs from licence to licence. */
export interface Permission {
  /** Plain text; every format escapes it and prints it once, after the body. */
  footer: string;
  licence: { id: string; verifyUrl: string; termsUri: string };
}

/** Prints the story for one licence; what all licences share was made once. */
export type Print = (permission: Permission) => string;

/** A rendering for the systems of outlets. A pure function of its input: no clock, no I/O. */
export interface Format {
  name: string;
  mediaType: string;
  /** Does the work that is the same for every outlet, so that ten thousand cost little more than one. */
  compose(story: Story): Print;
}
