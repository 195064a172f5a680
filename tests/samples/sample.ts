import type { GivenTerms } from '../../src/domain/fill-terms.ts';
import type { Image, Latest } from '../../src/formats/format.ts';

/** One article as it is put in, and sentences that tell whether it comes out right. */
export interface Sample {
  /** Language and custom; also the name of its files. */
  name: string;
  headline: string;
  byline?: string;
  dateline?: string;
  summary?: string;
  /** BCP 47. */
  language: string;
  /** Below the publication's own address. */
  path: string;
  /** RFC 3339. */
  publishedAt: string;
  body: { html: string } | { text: string };
  intake?: 'verbatim';
  /** Those that may leave. */
  images?: readonly Image[];
  correctionNote?: string;
  /** Those of its licence; absent: the defaults. */
  terms?: GivenTerms;
  /** RFC 3339. When it may be published, for one that is sent ahead. */
  notBefore?: string;
  /** What its latest block lists. */
  latest?: Latest['items'];
  /** Sentences that every format carries, beside headline and footer. */
  carries: readonly string[];
  /** Words that no format carries. */
  lacks: readonly string[];
}
