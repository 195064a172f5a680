import type { Submission } from '../submission.ts';
import { isByLine } from './by-line.ts';
import { isCapitalLine } from './capital-line.ts';
import { readDatelines } from './dateline.ts';
import { dropStart, rawText } from './drop-start.ts';
import { isEndMark } from './end-mark.ts';
import { isRunning, type Line, lineOf } from './line.ts';
import type { Found } from './notices.ts';
import type { OwnLines } from './own-lines.ts';
import { sameWords } from './same-words.ts';

/** What a body says before its story begins. */
export interface Opening {
  lines: Line[];
  byLines: string[];
  places: string | null;
  found: Found[];
}

/** What is known beside the body. */
export interface Beside {
  submission: Pick<Submission, 'headline' | 'byline' | 'dateline' | 'language'>;
  names: readonly string[];
  own: OwnLines;
  /** Parts a paragraph whose lines stand on their own. */
  part(line: Line): Line[];
}

/** Lines that may stand over headline and by line without being either. */
const MOST_KICKERS = 2;

interface Walk extends Opening {
  /** What is still to be looked at, the next one last. */
  ahead: Line[];
  kickers: number;
}

/**
 * Takes the repeated headline, the by lines and the dateline from the beginning of a body, in
 * whatever order. Figures and kickers may stand among them; what a dateline leaves of its paragraph
 * is looked at again.
 */
export function readOpening(lines: readonly Line[], beside: Beside): Opening {
  const walk: Walk = {
    ...{ lines: [], byLines: [], places: null, found: [] },
    ...{ ahead: lines.toReversed(), kickers: 0 },
  };
  for (let line = walk.ahead.pop(); line; line = walk.ahead.pop()) {
    const goesOn =
      takeCustom(walk, line, beside) || passOver(walk, line) || strip(walk, line, beside);
    if (goesOn) continue;
    walk.lines.push(line);
    break;
  }
  return { ...walk, lines: [...walk.lines, ...walk.ahead.toReversed()] };
}

/** A headline or a by line is one only where something follows it. */
function takeCustom(walk: Walk, line: Line, { submission, own }: Beside): boolean {
  const { text } = line;
  if (own.isFooter(text)) return walk.found.push({ code: 'footer-removed', text }) > 0;
  if (!isRunning(line) || walk.ahead.length === 0) return false;
  if (sameWords(text, submission.headline)) {
    return walk.found.push({ code: 'headline-removed', text }) > 0;
  }
  if (!isByLine(text, submission.language)) return false;
  walk.byLines.push(text);
  const code = submission.byline === null ? 'byline-recognised' : 'byline-removed';
  return walk.found.push({ code, text }) > 0;
}

function passOver(walk: Walk, line: Line): boolean {
  const isFigure = line.block.tagName === 'figure';
  const isKicker = !isFigure && walk.kickers < MOST_KICKERS && standsOver(line);
  if (isKicker) walk.kickers += 1;
  return (isFigure || isKicker) && walk.lines.push(line) > 0;
}

function standsOver(line: Line): boolean {
  if (line.block.tagName !== 'p') return isRunning(line);
  return isCapitalLine(line.text) && !isEndMark(line.text);
}

function strip(walk: Walk, { block }: Line, { submission, names, part }: Beside): boolean {
  if (block.tagName !== 'p') return false;
  const text = rawText(block);
  const dateline = readDatelines(text, names);
  if (!dateline) return false;
  walk.places ??= dateline.places;
  const code = submission.dateline === null ? 'dateline-recognised' : 'dateline-removed';
  walk.found.push({ code, text: text.slice(0, dateline.length).trim() });
  walk.ahead.push(...part(lineOf(dropStart(block, dateline.length))).toReversed());
  return true;
}
