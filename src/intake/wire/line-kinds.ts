import type { LineKinds } from '../paragraphs.ts';
import type { House, Submission } from '../submission.ts';
import { isByLine } from './by-line.ts';
import { isCapitalLine } from './capital-line.ts';
import { isEndMark } from './end-mark.ts';
import { type OwnLines, ownLines } from './own-lines.ts';

/** What of a plain text is a line of its own; without recognition, nothing is. */
export function lineKinds({ intake, language }: Submission, house: House): LineKinds {
  if (intake === 'verbatim') return { standsAlone: () => false, isNotice: () => false };
  const own = ownLines(house);
  return {
    standsAlone: (line) => standsAlone(line, language, own),
    isNotice: (line) => own.isCopyright(line) || own.isFooter(line),
  };
}

/** Whether a line is never part of a paragraph with others. */
export function standsAlone(text: string, language: string, own: OwnLines): boolean {
  return (
    isByLine(text, language) ||
    isCapitalLine(text) ||
    isEndMark(text) ||
    own.isFooter(text) ||
    own.isCopyright(text) ||
    own.isLatestHeading(text)
  );
}
