import { columns } from './columns.ts';

/** A list item hangs: its other lines begin below its words. */
const HANGING = /^\s*(?:[-•*] |\d+[.)] )?/;
/** What is written without spaces between words; a URL or a number among it stays whole. */
const UNSPACED =
  /([\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\u3000-\u303F\uFF01-\uFF60]+)/u;
/** Nothing that closes or ends may begin a line, and nothing that opens may end one. */
const CLOSING = /^[\p{Pe}\p{Pf}\p{M}、。，．：；？！…—・ー々!?.,:;%]/u;
const OPENING = /[\p{Ps}\p{Pi}]$/u;

/** How wide a piece of text is: columns in plain text, points on a page. */
export type Measure = (text: string) => number;

/**
 * Breaks each line of a paragraph into lines of at most such a width. What cannot be broken, a URL
 * for one, stays whole.
 *
 * @param width in what `measure` counts
 * @param language BCP 47; says where words of scripts without spaces end
 */
export function wrap(
  paragraph: string,
  width: number,
  language: string,
  measure: Measure = columns,
): string {
  const lines = paragraph.split('\n');
  return lines
    .map((line) => (measure(line) > width ? wrapLine(line, width, language, measure) : line))
    .join('\n');
}

function wrapLine(line: string, width: number, language: string, measure: Measure): string {
  const [first = ''] = HANGING.exec(line) ?? [];
  // Below the words of an item that stands deep, no room would be left.
  const rest = ' '.repeat(measure === columns ? Math.min(columns(first), width / 2) : 0);
  const lines: string[] = [];
  let open = first;
  let used = measure(first);
  let isFresh = true;
  for (const { text, spaced } of unbreakables(line.slice(first.length), language)) {
    const piece = spaced && !isFresh ? ` ${text}` : text;
    if (!isFresh && used + measure(piece) > width) {
      lines.push(open);
      open = rest + text;
      used = measure(open);
    } else {
      open += piece;
      used += measure(piece);
    }
    isFresh = false;
  }
  return [...lines, open].join('\n');
}

interface Piece {
  text: string;
  /** Whether a space stands before it unless it begins a line. */
  spaced: boolean;
}

function unbreakables(line: string, language: string): Piece[] {
  return line
    .split(' ')
    .filter((word) => word !== '')
    .flatMap((word) =>
      (UNSPACED.test(word) ? segments(word, language) : [word]).map((text, index) => ({
        text,
        spaced: index === 0,
      })),
    );
}

/** Of these only a dictionary knows where words end; Chinese and Japanese break between characters. */
const BY_WORDS = /[\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;
/** The segmenter takes quadratic time, so it is given a few sentences at once. */
const RUN = /.{1,200}/gu;

function segments(word: string, language: string): string[] {
  const found = word.split(UNSPACED).flatMap((run) => {
    if (!UNSPACED.test(run)) return run === '' ? [] : [run];
    return BY_WORDS.test(run) ? wordsIn(run, language) : [...run];
  });
  const parts: string[] = [];
  for (const segment of found) {
    const last = parts.at(-1);
    const isGlued = last !== undefined && (CLOSING.test(segment) || OPENING.test(last));
    if (isGlued) parts[parts.length - 1] = last + segment;
    else parts.push(segment);
  }
  return parts;
}

function wordsIn(run: string, language: string): string[] {
  const runs = run.match(RUN) ?? [];
  return runs.flatMap((few) => [...segmenter(language).segment(few)].map((one) => one.segment));
}

const segmenters = new Map<string, Intl.Segmenter>();
const MOST = 100;

function segmenter(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  if (segmenters.size >= MOST) segmenters.clear();
  const made = newSegmenter(language);
  segmenters.set(language, made);
  return made;
}

/** A tag that the platform does not know still has to be printed. */
function newSegmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'word' });
  } catch {
    return new Intl.Segmenter('en', { granularity: 'word' });
  }
}
