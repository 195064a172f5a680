import type { Element } from 'hast';
import type { CodedNotice } from '../coded-notice.ts';
import type { House, Submission } from '../submission.ts';
import { isCapitalLine } from './capital-line.ts';
import { isEndMark } from './end-mark.ts';
import { cutEnding } from './ending.ts';
import { type Line, lineOf } from './line.ts';
import { lineKinds } from './line-kinds.ts';
import { type Found, noticesOf } from './notices.ts';
import { readOpening } from './opening.ts';
import { ownLines } from './own-lines.ts';
import { partLines } from './part-lines.ts';
import { withoutFooters } from './without-footers.ts';

/** A body with its customs understood. */
export interface Recognised {
  blocks: Element[];
  byline: string | null;
  dateline: string | null;
  notices: CodedNotice[];
}

/**
 * Understands the customs of the wire in clean blocks, whatever body they came from: what belongs
 * to a field goes there, what belongs to no story goes, and both are told.
 */
export function recognise(
  blocks: readonly Element[],
  submission: Submission,
  house: House,
): Recognised {
  const own = ownLines(house);
  const inner = withoutFooters(blocks.map(lineOf), own);
  const ending = cutEnding(partLines(inner.lines, lineKinds(submission, house)), own);
  const opening = readOpening(ending.lines, submission, own);
  // What a dateline stood before may be all there is, and an end mark.
  const rest = cutEnding(opening.lines, own);
  const headed = withSubheadings(rest.lines);
  const steps = [opening, headed, inner, rest, ending];
  return {
    blocks: headed.blocks,
    byline: opening.byline,
    dateline: opening.dateline,
    notices: noticesOf(steps.flatMap(({ found }) => found)),
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
