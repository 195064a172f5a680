import type { LicenceClaims } from '../claims/claims.ts';
import { hasAction, permissionsOf } from '../claims/odrl-rules.ts';
import { type Refusal, refuse } from '../verdict.ts';
import { canonicalOf, integrityOf } from './canonical-text.ts';
import { type FeedArticle, footerFromTemplate } from './feed-article.ts';
import { findBody } from './find-body.ts';
import { pageBlocks } from './page-blocks.ts';

const MOST_CHARACTERS = 4 * 1024 * 1024;

/** What stands at a reprint's place: texts cut out by hand, or the page's HTML, whole or in part. */
export interface Page {
  /** The story's text alone, without headline, byline, dateline and footer. */
  bodyText?: string | undefined;
  /** The notice under the story. */
  footerText?: string | undefined;
  /** Searched for both. */
  html?: string | undefined;
}

/** What was found of a page that is not refused. */
export interface PageFinding {
  /** `edited`: it is not the text as licensed, and the licence permits edits. */
  body?: 'same' | 'edited';
  footer?: 'same';
}

/**
 * Holds a page against a licence: the body by its integrity, word by word; the footer by its text,
 * which has to follow the body.
 *
 * @param article what is on the page, where the licence is for a feed
 */
export function checkPage(
  claims: LicenceClaims,
  page: Page,
  article?: FeedArticle,
): PageFinding | Refusal {
  const licensed = licensedText(claims, article);
  if (!licensed) return refuse('claims-invalid', UNNAMED);
  const { bodyText, footerText, html } = page;
  if (html !== undefined) return checkHtml(claims, html, licensed);
  const finding: PageFinding = {};
  if (bodyText !== undefined && licensed.integrity !== undefined) {
    const isSame = integrityOf(canonicalOf(bodyText)) === licensed.integrity;
    if (!isSame && !mayDiffer(claims)) return bodyAltered();
    finding.body = isSame ? 'same' : 'edited';
  }
  if (footerText !== undefined) {
    if (canonicalOf(footerText) !== licensed.footer) return footerAltered();
    finding.footer = 'same';
  }
  return finding;
}

const UNNAMED =
  'The licence is for a feed: to hold a page against it, say which of its articles is on it.';

/** What has to stand on the page. */
interface LicensedText {
  /** Undefined where it is not known, and so not judged. */
  integrity: string | undefined;
  /** In canonical form. */
  footer: string;
}

function licensedText(claims: LicenceClaims, article?: FeedArticle): LicensedText | undefined {
  const { feed, footer } = claims;
  if (!feed) {
    return { integrity: claims.article?.integrity, footer: canonicalOf(footer.text ?? '') };
  }
  if (!article) return undefined;
  const made = footerFromTemplate(footer.template ?? '', claims, article);
  return { integrity: article.integrity, footer: canonicalOf(made) };
}

function checkHtml(
  claims: LicenceClaims,
  html: string,
  { integrity, footer }: LicensedText,
): PageFinding | Refusal {
  if (html.length > MOST_CHARACTERS) {
    return refuse('body-altered', 'The page is longer than the 4 MiB that are searched.');
  }
  const blocks = pageBlocks(html);
  const end = integrity === undefined ? undefined : findBody(blocks, integrity);
  if (integrity !== undefined && end === undefined && !mayDiffer(claims)) return bodyAltered();
  const after = blocks.slice(end ?? 0).map(({ text }) => text);
  if (footer === '' || !after.join(' ').includes(footer)) return footerAltered();
  if (integrity === undefined) return { footer: 'same' };
  return { body: end === undefined ? 'edited' : 'same', footer: 'same' };
}

/** Whether the text may be another: edited, or translated. */
function mayDiffer({ use, odrl }: LicenceClaims): boolean {
  return use.edits !== 'none' || permissionsOf(odrl).some((rule) => hasAction(rule, 'translate'));
}

function bodyAltered(): Refusal {
  return refuse('body-altered', 'The text is not the licensed one, and no edits are licensed.');
}

function footerAltered(): Refusal {
  return refuse('footer-altered', 'The copyright footer is missing or is not the licensed one.');
}
