import type { LineKinds } from '../paragraphs.ts';
import type { House, Submission } from '../submission.ts';
import { isByLine } from './by-line.ts';
import { isCapitalLine } from './capital-line.ts';
import { readDatelines } from './dateline.ts';
import { isEndMark } from './end-mark.ts';
import { ownLines } from './own-lines.ts';

/** What of a text is a line of its own; without recognition, nothing is. */
export function lineKinds(submission: Submission, house: House): LineKinds {
  if (submission.intake === 'verbatim') return NOTHING;
  const { language } = submission;
  const own = ownLines(house);
  const isNotice = (line: string) => own.isCopyright(line) || own.isFooter(line);
  const isAlone = (line: string) =>
    isByLine(line, language) ||
    isCapitalLine(line) ||
    isEndMark(line) ||
    isNotice(line) ||
    own.isLatestHeading(line);
  const dateline = (line: string) => readDatelines(line, house.names);
  return {
    isNotice,
    begins: (line) => dateline(line) !== null,
    // Behind its dateline, too: the dateline will go.
    standsAlone: (line) => isAlone(line.slice(dateline(line)?.length ?? 0)),
  };
}

const NOTHING: LineKinds = {
  standsAlone: () => false,
  begins: () => false,
  isNotice: () => false,
};
