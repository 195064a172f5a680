/** What an editor puts in, as far as the text is concerned. */
export interface Submission {
  body: { html: string } | { text: string };
  /** Plain text; an explicit field always wins over what the body is seen to say. */
  headline: string;
  byline: string | null;
  dateline: string | null;
  /** BCP 47. */
  language: string;
  /** Where the story stands; what is relative in its HTML is relative to this. */
  canonicalUrl: string;
  /** URLs of the images that were listed beside the body. */
  images: readonly string[];
  /** `verbatim` takes the words as they are: no custom of the wire is recognised. */
  intake: 'auto' | 'verbatim';
}

/** What of a publication tells its own lines from a story's. */
export interface House {
  /** Its name and its copyright holder, and what they were called before. */
  names: readonly string[];
  /** Every footer template it ever had, with names filled in; see `footerPattern`. */
  footers: readonly string[];
  /** The headings its latest block ever had, in any language, with its name filled in. */
  latestHeadings: readonly string[];
}
