import type { LicenceClaims } from '../claims/claims.ts';
import { hasAction, permissionsOf } from '../claims/odrl-rules.ts';
import { type Refusal, refuse } from '../verdict.ts';
import { canonicalOf, integrityOf } from './canonical-text.ts';
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
 */
export function checkPage(claims: LicenceClaims, page: Page): PageFinding | Refusal {
  const { bodyText, footerText, html } = page;
  if (html !== undefined) return checkHtml(claims, html);
  const finding: PageFinding = {};
  if (bodyText !== undefined) {
    const isSame = integrityOf(canonicalOf(bodyText)) === claims.article?.integrity;
    if (!isSame && !mayDiffer(claims)) return bodyAltered();
    finding.body = isSame ? 'same' : 'edited';
  }
  if (footerText !== undefined) {
    if (canonicalOf(footerText) !== footerOf(claims)) return footerAltered();
    finding.footer = 'same';
  }
  return finding;
}

function checkHtml(claims: LicenceClaims, html: string): PageFinding | Refusal {
  if (html.length > MOST_CHARACTERS) {
    return refuse('body-altered', 'The page is longer than the 4 MiB that are searched.');
  }
  const blocks = pageBlocks(html);
  const end = claims.article && findBody(blocks, claims.article.integrity);
  if (end === undefined && !mayDiffer(claims)) return bodyAltered();
  const after = blocks.slice(end ?? 0).map(({ text }) => text);
  const footer = footerOf(claims);
  if (footer === undefined || !after.join(' ').includes(footer)) return footerAltered();
  return { body: end === undefined ? 'edited' : 'same', footer: 'same' };
}

/** Whether the text may be another: edited, or translated. */
function mayDiffer({ use, odrl }: LicenceClaims): boolean {
  return use.edits !== 'none' || permissionsOf(odrl).some((rule) => hasAction(rule, 'translate'));
}

function footerOf({ footer }: LicenceClaims): string | undefined {
  return footer.text === undefined ? undefined : canonicalOf(footer.text);
}

function bodyAltered(): Refusal {
  return refuse('body-altered', 'The text is not the licensed one, and no edits are licensed.');
}

function footerAltered(): Refusal {
  return refuse('footer-altered', 'The copyright footer is missing or is not the licensed one.');
}
