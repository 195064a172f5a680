/** What a webhook carries: the state that one article is to have at this destination. */
export interface Delivery {
  type: 'placement.upsert' | 'placement.withdraw';
  /** One article at one destination; `seq` counts for it alone. */
  placement: string;
  /** Rises with every change. What is not newer than what is there is to be ignored. */
  seq: number;
  operation: 'upsert' | 'withdraw';
  /** Why the text has to go; on a withdrawal only. */
  reason?: 'killed' | 'withheld' | 'revoked' | 'suspended' | 'expired';
  /** What may stand in its place; a page that shows it, and nothing of the text, counts as gone. */
  notice?: { text: string; html: string };
  article: {
    id: string;
    version: number;
    headline: string;
    canonicalUrl: string;
    /** RFC 3339. */
    publishedAt: string;
    /** BCP 47. */
    language: string;
    /** A slug. */
    publication: string;
  };
  licence: { id: string; token: string };
  /** RFC 3339. Sent ahead: nothing of the text may be published before this. */
  notBefore?: string;
  footer: { text: string };
  /** The text with its footer, in the destination's format; on an upsert only. */
  content?: { mediaType: string; text: string };
  /** A sample to try the way with: it is answered, and never published. */
  test?: true;
}

/** Where the text stands at the outlet, as it tells the service. */
export interface Filed {
  /** What the outlet calls its copy. */
  id?: string;
  /** Where readers find it; the page that is looked at after a kill. */
  url?: string;
}
