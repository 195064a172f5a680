import type { Element } from 'hast';
import { writeHtml } from './body-html.ts';
import { canonicalText, integrityOf } from './canonical-text.ts';
import { type CleanBody, cleanHtml } from './clean-html.ts';
import type { CodedNotice } from './coded-notice.ts';
import { countWords } from './count-words.ts';
import { paragraphsOf } from './paragraphs.ts';
import type { House, Submission } from './submission.ts';
import { lineKinds } from './wire/line-kinds.ts';
import { type Recognised, recognise } from './wire/recognise.ts';

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
  const clean = cleanBody(submission, house);
  const { blocks, byline, dateline, notices } = understood(clean.blocks, submission, house);
  const text = canonicalText({ type: 'root', children: blocks });
  return {
    html: writeHtml(blocks),
    text,
    integrity: integrityOf(text),
    wordCount: countWords(text),
    byline,
    dateline,
    notices: [...notices, ...clean.notices],
  };
}

function cleanBody(submission: Submission, house: House): CleanBody {
  const { body, canonicalUrl, images } = submission;
  if ('html' in body) return cleanHtml(body.html, { baseUrl: canonicalUrl, images });
  return { blocks: paragraphsOf(body.text, lineKinds(submission, house)), notices: [] };
}

function understood(blocks: Element[], submission: Submission, house: House): Recognised {
  if (submission.intake === 'auto') return recognise(blocks, submission, house);
  const { byline, dateline } = submission;
  return { blocks, byline, dateline, notices: [] };
}
