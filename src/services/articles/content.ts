import { createHash } from 'node:crypto';
import type { ArticleImage, ArticleRights, CodedMessage } from '../../db/schema.ts';
import { invalid } from '../../domain/errors.ts';
import { DEFAULT_FOOTER_TEMPLATE, fillFooter } from '../../domain/footer.ts';
import type { Instant } from '../../domain/instant.ts';
import { type House, takeIn } from '../../intake/index.ts';

/** What an editor puts in as one version of an article. */
export interface ArticleContent {
  headline: string;
  byline: string | null;
  dateline: string | null;
  body: { html: string } | { text: string };
  /** `verbatim` leaves a footer that the text already has where it is. */
  intake: 'auto' | 'verbatim';
  summary: string | null;
  language: string;
  canonicalUrl: string;
  publishedAt: Instant;
  embargoUntil: Instant | null;
  subjects: readonly string[];
  images: ArticleImage[];
  rights: ArticleRights;
}

/** The columns of one version, from what was put in. */
export function versionRow(content: ArticleContent, publication: FooterOwner) {
  const images = content.images.map(({ url }) => url);
  const taken = takeIn({ ...content, images }, houseOf(publication));
  if (taken.wordCount === 0) throw emptyBody(content, taken.notices);
  return {
    headline: content.headline,
    byline: taken.byline,
    dateline: taken.dateline,
    summary: content.summary,
    body: taken.html,
    intake: content.intake,
    integrity: taken.integrity,
    word_count: taken.wordCount,
    language: content.language,
    canonical_url: content.canonicalUrl,
    published_at: new Date(content.publishedAt),
    subjects: JSON.stringify(content.subjects),
    images: JSON.stringify(content.images),
    notices: JSON.stringify(taken.notices),
    content_hash: contentHash(content),
  };
}

/** Tells whether two puts are the same article, byte for byte of what they say. */
export function contentHash(content: ArticleContent): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url');
}

/** What of a publication tells its footers from other text. */
export interface FooterOwner {
  name: string;
  copyright_holder: string;
  footer_template: string | Record<string, string> | null;
}

/** Names are filled in, so that a wording with few words of its own is recognised too. */
function houseOf({ name, copyright_holder, footer_template }: FooterOwner): House {
  const own =
    typeof footer_template === 'string' ? [footer_template] : Object.values(footer_template ?? {});
  const facts = { publication: name, holder: copyright_holder };
  const footers = [...own, DEFAULT_FOOTER_TEMPLATE].map((template) => fillFooter(template, facts));
  return { names: [name, copyright_holder], footers, latestHeadings: [] };
}

function emptyBody(content: ArticleContent, notices: readonly CodedMessage[]) {
  const pointer = 'html' in content.body ? '#/body/html' : '#/body/text';
  const detail = notices.some((notice) => notice.code === 'footer-removed')
    ? 'The body is nothing but the footer. Send the story; the footer is added by the service.'
    : 'The body has no words. Send the story.';
  return invalid([{ pointer, code: 'body-empty', detail }]);
}
