import type { Element } from 'hast';
import type { CodedNotice } from '../coded-notice.ts';
import type { House, Submission } from '../submission.ts';
import { isCapitalLine } from './capital-line.ts';
import { cutEnding } from './ending.ts';
import { type Line, lineOf } from './line.ts';
import { standsAlone } from './line-kinds.ts';
import { type Code, noticesOf } from './notices.ts';
import { readOpening } from './opening.ts';
import { type OwnLines, ownLines } from './own-lines.ts';
import { partLines } from './part-lines.ts';

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
  const lines = partLines(blocks.map(lineOf), (text) =>
    standsAlone(text, submission.language, own),
  );
  const ending = cutEnding(lines, own);
  const inner = withoutFooters(ending.lines, own);
  const opening = readOpening(inner.lines, submission, house.names);
  const headed = withSubheadings(opening.lines);
  const found = [...opening.found, ...headed.found, ...inner.found, ...ending.found];
  return {
    blocks: headed.blocks,
    byline: opening.byline,
    dateline: opening.dateline,
    notices: noticesOf(found),
  };
}

/** A whole paragraph that is a footer goes wherever it stands: a text leaves with one, not two. */
function withoutFooters(lines: readonly Line[], own: OwnLines) {
  const found: { code: Code; text: string }[] = [];
  const left = lines.filter(({ text }) => {
    if (!own.isFooter(text)) return true;
    found.push({ code: 'footer-removed', text });
    return false;
  });
  return { lines: left, found };
}

/** A heading stands over something, so the last line is none. */
function withSubheadings(lines: readonly Line[]) {
  const found: { code: Code; text: string }[] = [];
  const blocks = lines.map(({ block, text }, index) => {
    const isHeading = block.tagName === 'p' && index < lines.length - 1 && isCapitalLine(text);
    if (!isHeading) return block;
    found.push({ code: 'subheadings-recognised', text });
    return { ...block, tagName: 'h2' };
  });
  return { blocks, found };
}
