import type { Root } from 'hast';
import type { CreditLines } from '../domain/credit-lines.ts';
import type { Instant } from '../domain/instant.ts';
import type { Edits } from '../domain/terms.ts';

/** A picture that may leave with the story. */
export interface Image {
  url: string;
  caption: string | null;
  credit: string | null;
  alt: string | null;
  /** Whether it may be used apart from the story; absent: nobody may. */
  reuse?: 'yes' | 'withStory';
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
  /** As much as is licensed of what was taken in; shared, never changed. */
  body: Root;
  /** Whether there is more of it in the original. */
  isExtract: boolean;
  /** What the terms have printed beside the body. */
  credit: CreditLines;
  /** How far the text may be changed; null: not at all. */
  edits: Edits | null;
  /** Only those that may leave; no other image of the body does. */
  images: readonly Image[];
  latest: Latest | null;
}

/** What differs from licence to licence. */
export interface Permission {
  /** Plain text; every format escapes it and prints it once, after the body. */
  footer: string;
  licence: {
    id: string;
    verifyUrl: string;
    termsUri: string;
    /** When the copy has to be gone; null where it may stay. */
    expires: Instant | null;
  };
  /** Before which nothing of it may be published, for a text that is sent ahead; else null. */
  notBefore: Instant | null;
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
