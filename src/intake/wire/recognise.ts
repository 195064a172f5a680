import type { Element } from 'hast';
import type { CodedNotice } from '../coded-notice.ts';
import type { House, Submission } from '../submission.ts';
import { isCapitalLine } from './capital-line.ts';
import { dropFooters } from './drop-footers.ts';
import { isEndMark } from './end-mark.ts';
import { cutEnding } from './ending.ts';
import { type Line, lineOf } from './line.ts';
import { standsAlone } from './line-kinds.ts';
import { type Found, noticesOf } from './notices.ts';
import { readOpening } from './opening.ts';
import { ownLines } from './own-lines.ts';
import { partLines } from './part-lines.ts';

/** A body with its customs understood. */
export interface Recognised {
  blocks: Element[];
  byline: string | null;
  dateline: string | null;
  notices: CodedNotice[];
}

/** A story has a few writers; of more than these the notice tells. */
const MOST_BY_LINES = 5;

/**
 * Understands the customs of the wire in clean blocks, whatever body they came from: what belongs
 * to a field goes there, what belongs to no story goes, and both are told. A field that was sent
 * wins as the value; the line goes all the same.
 */
export function recognise(
  blocks: readonly Element[],
  submission: Submission,
  house: House,
): Recognised {
  const own = ownLines(house);
  const part = (lines: readonly Line[]) =>
    partLines(lines, (text) => standsAlone(text, submission.language, own));
  const inner = dropFooters(part(blocks.map(lineOf)), own);
  const ending = cutEnding(inner.lines, own);
  const beside = { submission, names: house.names, own, part: (line: Line) => part([line]) };
  const opening = readOpening(ending.lines, beside);
  // What stood behind a dateline may be the end as well.
  const rest = cutEnding(opening.lines, own);
  const headed = withSubheadings(rest.lines);
  const found = [opening, headed, inner, rest, ending].flatMap((step) => step.found);
  return {
    blocks: headed.blocks,
    byline: submission.byline ?? (opening.byLines.slice(0, MOST_BY_LINES).join(', ') || null),
    dateline: submission.dateline ?? opening.places,
    notices: noticesOf(found),
  };
}

/** A heading stands over something, so the last line is none. */
function withSubheadings(lines: readonly Line[]) {
  const found: Found[] = [];
  const blocks = lines.map(({ block, text }, index) => {
    const stands = block.tagName === 'p' && index < lines.length - 1;
    if (!stands || !isCapitalLine(text) || isEndMark(text)) return block;
    found.push({ code: 'subheadings-recognised', text });
    return { ...block, tagName: 'h2' };
  });
  return { blocks, found };
}
