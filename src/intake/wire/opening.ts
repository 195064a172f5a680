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
  byline: string | null;
  dateline: string | null;
  found: Found[];
}

/** A headline of another wording and the name of a series; by lines stand below them. */
const MOST_KICKERS = 2;
/** Who else is named is told, and not lost. */
const MOST_NAMED = 5;

/**
 * Takes the repeated headline, the by lines and the dateline from the beginning of a body, in
 * whatever order they come; figures and kickers among them stay. What was sent as a field wins as
 * the value; the line goes all the same.
 */
export function readOpening(
  lines: readonly Line[],
  submission: Submission,
  own: OwnLines,
): Opening {
  const kept: Line[] = [];
  const found: Found[] = [];
  const rest = lines.toReversed();
  let places: string | null = null;
  for (let line = rest.pop(); line; line = rest.pop()) {
    const custom = customOf(line, rest.length > 0, submission, own);
    const dateline = custom ? null : datelineOf(line, own);
    if (custom) found.push({ code: custom, text: line.text });
    else if (dateline) {
      places ??= dateline.places;
      found.push({ code: codeOf('dateline', submission), text: dateline.text });
      rest.push(dateline.left);
    } else {
      kept.push(line);
      if (!mayStandAbove(line, kept)) break;
    }
  }
  return {
    lines: [...kept, ...rest.reverse()],
    byline: submission.byline ?? bylineOf(found),
    dateline: submission.dateline ?? places,
    found,
  };
}

/** A headline or a by line is one only where something follows it. */
function customOf(
  line: Line,
  isFollowed: boolean,
  submission: Submission,
  own: OwnLines,
): Found['code'] | null {
  if (own.isFooter(line.text)) return 'footer-removed';
  if (!isFollowed || !isRunning(line)) return null;
  if (sameWords(line.text, submission.headline)) return 'headline-removed';
  return isByLine(line.text, submission.language) ? codeOf('byline', submission) : null;
}

/** A dateline opens a paragraph of which something is left. */
function datelineOf({ block }: Line, { names }: OwnLines) {
  if (block.tagName !== 'p') return null;
  const text = rawText(block);
  const found = readDatelines(text, names);
  if (!found) return null;
  const left = lineOf(dropStart(block, found.length));
  return { places: found.places, text: text.slice(0, found.length).trim(), left };
}

function mayStandAbove({ block, text }: Line, kept: readonly Line[]): boolean {
  if (block.tagName === 'figure') return true;
  const isHeading = block.tagName !== 'p' || (isCapitalLine(text) && !isEndMark(text));
  const kickers = kept.filter((line) => line.block.tagName !== 'figure');
  return isHeading && kickers.length <= MOST_KICKERS && kickers.every(isRunning);
}

function codeOf<Field extends 'byline' | 'dateline'>(field: Field, submission: Submission) {
  return submission[field] === null
    ? (`${field}-recognised` as const)
    : (`${field}-removed` as const);
}

function bylineOf(found: readonly Found[]): string | null {
  const said = found.filter(({ code }) => code === 'byline-recognised').map(({ text }) => text);
  return said.length > 0 ? said.slice(0, MOST_NAMED).join(', ') : null;
}
