import { createHash } from 'node:crypto';
import type { Context } from '../../context.ts';
import type { Publication } from '../../db/publications.ts';
import type { ArticleImage, ArticleRights, CodedMessage } from '../../db/schema.ts';
import { invalid } from '../../domain/errors.ts';
import { pickTemplate } from '../../domain/footer.ts';
import type { Instant } from '../../domain/instant.ts';
import { takeIn } from '../../intake/index.ts';
import { readHouse } from '../publications/read-house.ts';

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

type Owner = Pick<Publication, 'id' | 'footer_template'>;

/** The columns of one version, from what was put in. */
export async function versionRow(
  ctx: Pick<Context, 'db'>,
  content: ArticleContent,
  publication: Owner,
) {
  const images = content.images.map(({ url }) => url);
  const taken = takeIn({ ...content, images }, await readHouse(ctx, publication.id));
  const notices = [...taken.notices, ...footerNotices(content, publication)];
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
    notices: JSON.stringify(notices),
    content_hash: contentHash(content),
  };
}

/** Tells whether two puts are the same article, byte for byte of what they say. */
export function contentHash(content: ArticleContent): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url');
}

/** A footer in another language than the text is allowed, and seldom what the editor wants. */
function footerNotices({ language }: ArticleContent, { footer_template }: Owner): CodedMessage[] {
  const picked = pickTemplate(footer_template, language);
  if (!picked.standsIn) return [];
  const message = `The publication has no footer for ${language}; its footer for ${picked.language} goes with this text.`;
  return [{ code: 'footer-language-missing', message }];
}

function emptyBody(content: ArticleContent, notices: readonly CodedMessage[]) {
  const pointer = 'html' in content.body ? '#/body/html' : '#/body/text';
  const detail = emptyBecause(notices.map(({ code }) => code));
  return invalid([{ pointer, code: 'body-empty', detail }]);
}

/** What took the words out is said, since the editor did send some. */
function emptyBecause(codes: readonly string[]): string {
  const removed = codes.filter((code) => code.endsWith('-removed'));
  if (removed.length === 0) return 'The body has no words. Send the story.';
  return removed.every((code) => code === 'footer-removed')
    ? 'The body is nothing but the footer. Send the story; the footer is added by the service.'
    : 'The body is nothing but what stands around a story: headline, latest stories, footer, end mark. Send the story.';
}
