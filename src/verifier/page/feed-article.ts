import type { LicenceClaims } from '../claims/claims.ts';
import { members, where } from '../claims/shapes.ts';

/**
 * What a page that carries an article of a feed is held against. The licence of a feed names no
 * article, so this comes from whoever asks.
 */
export interface FeedArticle {
  headline: string;
  canonicalUrl: string;
  /** Of the copyright notice: `2009-2026`. */
  years: string;
  /** `sha256-…` over the canonical plain text of what is licensed; absent: the body is not judged. */
  integrity?: string | undefined;
}

/** Looks an article of a feed up; undefined when it is not known. */
export type FeedArticleSource = (
  claims: LicenceClaims,
  articleId: string,
) => Promise<FeedArticle | undefined> | FeedArticle | undefined;

const text = where((value) => typeof value === 'string' && value !== '');
const story = members({ headline: text, canonicalUrl: text, years: text }, { integrity: text });

/** Reads what somebody has written down of an article; undefined when it is not what it should be. */
export function readFeedArticle(value: unknown): FeedArticle | undefined {
  // The shape above is these members, one by one.
  return story(value) === undefined ? (value as FeedArticle) : undefined;
}

const PLACEHOLDER = /\{([^{}]*)\}/g;

/** The footer that a feed's template makes for an article: every placeholder filled in one pass. */
export function footerFromTemplate(
  template: string,
  { credit, iss, jti }: LicenceClaims,
  { headline, canonicalUrl, years }: FeedArticle,
): string {
  const licenceId = jti.replace(/^urn:uuid:/, '');
  const facts = new Map(
    Object.entries({
      ...{ years, headline, canonicalUrl, licenceId },
      publication: credit.creditText,
      holder: credit.copyrightHolder,
      verifyUrl: `${iss}/licences/${licenceId}`,
    }),
  );
  return template.replace(PLACEHOLDER, (written, name: string) => facts.get(name) ?? written);
}
