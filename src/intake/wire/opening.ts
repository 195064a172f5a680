import type { Submission } from '../submission.ts';
import { isByLine } from './by-line.ts';
import { readDateline } from './dateline.ts';
import { dropStart, rawText } from './drop-start.ts';
import { isRunning, type Line, lineOf } from './line.ts';
import type { Code } from './notices.ts';

/** What a body says before its story begins. */
export interface Opening {
  lines: Line[];
  byline: string | null;
  dateline: string | null;
  found: { code: Code; text: string }[];
}

/**
 * Takes the repeated headline, the by lines and the dateline from the beginning of a body. What was
 * sent as a field wins as the value; the line goes all the same.
 */
export function readOpening(
  lines: readonly Line[],
  submission: Submission,
  names: readonly string[],
): Opening {
  const { headline, byline, dateline, language } = submission;
  const isHeadline = ({ text }: Line) => plain(text) === plain(headline);
  const isBy = ({ text }: Line) => isByLine(text, language);
  const before = leading(lines, (line) => isHeadline(line) || isBy(line));
  const byLines = before.filter((line) => !isHeadline(line));
  const rest = datelined(lines.slice(before.length), names);
  const said = byLines.map(({ text }) => text).join(', ');
  return {
    lines: rest.lines,
    byline: byline ?? (said || null),
    dateline: dateline ?? rest.places,
    found: [
      ...before.filter(isHeadline).map(({ text }) => ({ code: 'headline-removed' as const, text })),
      ...byLines.map(({ text }) => ({ code: code('byline', byline), text })),
      ...rest.taken.map((text) => ({ code: code('dateline', dateline), text })),
    ],
  };
}

/** As many lines as the story begins with, but never all of them. */
function leading(lines: readonly Line[], test: (line: Line) => boolean): Line[] {
  const end = lines.findIndex((line) => !isRunning(line) || !test(line));
  return lines.slice(0, end < 0 ? Math.max(0, lines.length - 1) : end);
}

interface Datelined {
  lines: Line[];
  places: string | null;
  taken: string[];
}

/** Nobody writes more than two; what follows is a story's. */
const MOST_DATELINES = 10;

/** The dateline opens the first paragraph; figures may stand before it. */
function datelined(lines: readonly Line[], names: readonly string[]): Datelined {
  const at = lines.findIndex(({ block }) => block.tagName !== 'figure');
  let block = lines[at]?.block;
  let places: string | null = null;
  const taken: string[] = [];
  while (block?.tagName === 'p' && taken.length < MOST_DATELINES) {
    const text = rawText(block);
    const found = readDateline(text, names);
    if (!found) break;
    places ??= found.places;
    taken.push(text.slice(0, found.length).trim());
    block = dropStart(block, found.length);
  }
  return {
    lines: block && taken.length > 0 ? lines.with(at, lineOf(block)) : [...lines],
    places,
    taken,
  };
}

function code<Field extends 'byline' | 'dateline'>(field: Field, sent: string | null) {
  return sent === null ? (`${field}-recognised` as const) : (`${field}-removed` as const);
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s.!:]+$/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
