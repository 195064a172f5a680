import type { LineKinds } from '../paragraphs.ts';
import type { House, Submission } from '../submission.ts';
import { isByLine } from './by-line.ts';
import { isCapitalLine } from './capital-line.ts';
import { readDatelines } from './dateline.ts';
import { isEndMark } from './end-mark.ts';
import { ownLines } from './own-lines.ts';

/** What of a text is a line of its own; without recognition, nothing is. */
export function lineKinds({ intake, language }: Submission, house: House): LineKinds {
  if (intake === 'verbatim') return { standsAlone: () => false, isNotice: () => false };
  const own = ownLines(house);
  const isNotice = (line: string) => own.isCopyright(line) || own.isFooter(line);
  const isAlone = (line: string) =>
    isByLine(line, language) ||
    isCapitalLine(line) ||
    isEndMark(line) ||
    isNotice(line) ||
    own.isLatestHeading(line);
  // Behind its dateline, too: the dateline will go.
  const standsAlone = (line: string) =>
    isAlone(line.slice(readDatelines(line, house.names)?.length ?? 0));
  return { standsAlone, isNotice };
}
