import type { Element } from 'hast';
import { cleanCharacters } from '../domain/characters.ts';
import { arrangeBlocks } from './arrange-blocks.ts';
import { MOST_ELEMENTS, tooManyElements } from './bound-elements.ts';
import { joinLines } from './join-lines.ts';

/** Tells lines that are never part of a paragraph with others. */
export interface LineKinds {
  /** The headline again, a by line, a heading, an end mark, a notice of the house. */
  standsAlone(line: string): boolean;
  /** A dateline, with which a paragraph begins. */
  begins(line: string): boolean;
  /** A notice of the house that may go on in the next line. */
  isNotice(line: string): boolean;
}

/** Nobody wraps wider, and nobody narrower. */
const WIDEST = 100;
const NARROWEST = 40;
const LIST_MARK = /^\s*(?:[-–•*·]\s|\d{1,3}[.)]\s)/u;
const ENDS_SENTENCE = /[.!?…。！？:：]["'”’»)]?\s*$/u;
/** A dateline stands near the beginning; further down, brackets and a dash are a story's. */
const BEGINS_WITHIN = 10;
const WIDE = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\uFF01-\uFF60]/gu;

interface Line {
  text: string;
  width: number;
  alone: boolean;
  /** Whether a paragraph begins with it. */
  begins: boolean;
}

/**
 * The paragraphs of a plain text. Blank lines part them; a single line break is either where a wire
 * wrapped its lines, which shows by what would not have fitted, or where a paragraph ends.
 *
 * @throws DomainError `invalid-request` for a text of more lines than any story has
 */
export function paragraphsOf(text: string, kinds: LineKinds): Element[] {
  const runs = runsOf(cleanCharacters(text).trim(), kinds);
  const width = wrappedAt(runs);
  const hasBlanks = runs.length > 1;
  const paragraphs = runs.flatMap((run) => joined(run, { width, hasBlanks, kinds }));
  return paragraphs.flatMap((value) => arrangeBlocks([{ type: 'text', value }]));
}

function runsOf(text: string, kinds: LineKinds): Line[][] {
  const runs: Line[][] = [[]];
  let count = 0;
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      runs.push([]);
      continue;
    }
    count += 1;
    if (count > MOST_ELEMENTS) throw tooManyElements('text');
    runs.at(-1)?.push(lineOf(line, count, kinds));
  }
  return runs.filter((run) => run.length > 0);
}

function lineOf(text: string, count: number, kinds: LineKinds): Line {
  const trimmed = text.trim();
  const alone = kinds.standsAlone(trimmed);
  const isDatelined = count <= BEGINS_WITHIN && kinds.begins(trimmed);
  return {
    text,
    width: widthOf(text),
    alone,
    begins: alone || isDatelined || LIST_MARK.test(text),
  };
}

/** The longest of the lines that may have been wrapped. */
function wrappedAt(runs: readonly Line[][]): number {
  const wrapped = runs.filter((run) => run.length > 1).flat();
  return wrapped.reduce((most, { width }) => (width <= WIDEST ? Math.max(most, width) : most), 0);
}

interface Manner {
  width: number;
  hasBlanks: boolean;
  kinds: LineKinds;
}

function joined(run: readonly Line[], manner: Manner): string[] {
  const isWrapped = run.every(({ width, alone }) => alone || width <= WIDEST);
  const paragraphs: string[][] = [];
  run.forEach((line, index) => {
    const before = run[index - 1];
    if (before && isWrapped && isWrap(before, line, manner)) paragraphs.at(-1)?.push(line.text);
    else paragraphs.push([line.text]);
  });
  return paragraphs.map(joinLines);
}

function isWrap(before: Line, next: Line, { width, hasBlanks, kinds }: Manner): boolean {
  if (next.begins) return false;
  const [first = ''] = next.text.trim().split(' ', 1);
  const wouldFit = before.width + 1 + widthOf(first) <= width;
  if (before.alone) return goesOnBelow(before, kinds) && !wouldFit;
  const goesOn = !ENDS_SENTENCE.test(before.text);
  if (!hasBlanks) return width >= NARROWEST && goesOn && !wouldFit;
  return width < NARROWEST || goesOn || !wouldFit;
}

function goesOnBelow({ text, width }: Line, kinds: LineKinds): boolean {
  return width <= WIDEST && kinds.isNotice(text.trim());
}

/** In columns, of which a wide character takes two. */
function widthOf(line: string): number {
  return line.length + (line.match(WIDE)?.length ?? 0);
}
