import type { Element } from 'hast';
import { writeHtml } from './body-html.ts';
import { boundElements } from './bound-elements.ts';
import { canonicalText, integrityOf } from './canonical-text.ts';
import { type CleanBody, cleanHtml } from './clean-html.ts';
import type { CodedNotice } from './coded-notice.ts';
import { countWords } from './count-words.ts';
import { cutFooter } from './cut-footer.ts';
import { paragraphsOf } from './paragraphs.ts';
import type { House, Submission } from './submission.ts';

/** A body as it is kept, and what is known of it. */
export interface Intake {
  /** A clean fragment; taking it in again changes nothing. */
  html: string;
  /** The canonical plain text. */
  text: string;
  /** `sha256-` and base64, over the UTF-8 of `text`. */
  integrity: string;
  wordCount: number;
  /** As submitted, or else as the body said it. */
  byline: string | null;
  /** The places alone; as submitted, or else as the body said them. */
  dateline: string | null;
  /** What was done to the body that its editor should know. */
  notices: CodedNotice[];
}

/**
 * Takes in the body of an article.
 *
 * @throws DomainError `invalid-request` for markup that cannot be read in bounded time
 */
export function takeIn(submission: Submission, house: House): Intake {
  const { intake, byline, dateline } = submission;
  const clean = cleanBody(submission);
  const { blocks, removed } = cutFooter(clean.blocks, intake === 'auto' ? house.footers : []);
  const text = textOf(blocks);
  return {
    html: writeHtml(blocks),
    text,
    integrity: integrityOf(text),
    wordCount: countWords(text),
    byline,
    dateline,
    notices: [...clean.notices, ...removed.map(footerRemoved)],
  };
}

function cleanBody({ body, canonicalUrl, images }: Submission): CleanBody {
  if ('text' in body) {
    return { blocks: boundElements(paragraphsOf(body.text), 'text'), notices: [] };
  }
  return cleanHtml(body.html, { baseUrl: canonicalUrl, images });
}

function textOf(children: Element[]): string {
  return canonicalText({ type: 'root', children });
}

function footerRemoved(footer: string) {
  const message = `The body ended with this footer, which was removed: ${footer}`;
  return { code: 'footer-removed', message };
}
