import type { Root } from 'hast';
import type { Instant } from '../domain/instant.ts';

/** A picture that may leave with the story. */
export interface Image {
  url: string;
  caption: string | null;
  credit: string | null;
  alt: string | null;
}

/** One version of an article, with all that a licence says goes with it. */
export interface Story {
  articleId: string;
  version: number;
  headline: string;
  byline: string | null;
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
  /** Plain text; every format escapes it and prints it once, after the body. */
  footer: string;
  licence: { id: string; verifyUrl: string };
}

/** A rendering for the systems of outlets. A pure function of its input: no clock, no I/O. */
export interface Format {
  name: string;
  mediaType: string;
  render(story: Story): string;
}
