import { diffArrays } from 'diff';
import { compareWords, MOST_EDITS, replaced } from './compare-texts.ts';
import { type Pair, pairParagraphs } from './pair-paragraphs.ts';
import type { Change, Part } from './part.ts';

/** One paragraph of either version, or of both. */
export interface Paragraph {
  change: Change | 'changed';
  parts: Part[];
}

/** Comparisons of a word with a word, in all: some tenths of a second. */
const MOST_WORK = 30_000_000;

/** Characters, of both versions, of which each word may be looked up in a dictionary. */
const LONG = 100_000;

/**
 * What changed from one body to another: paragraph by paragraph, and word by word within those that
 * were changed. The longer the bodies, the fewer edits are looked for in each paragraph, so that the
 * work is bounded whatever they are.
 */
export function compareBodies(before: readonly string[], after: readonly string[]): Paragraph[] {
  const characters = [...before, ...after].reduce((sum, text) => sum + text.length, 1);
  const mostEdits = Math.min(MOST_EDITS, Math.ceil(MOST_WORK / characters));
  const isLong = characters > LONG;
  const runs = diffArrays([...before], [...after], { maxEditLength: mostEdits });
  if (!runs) return changes(before, after, mostEdits, isLong);
  return runs.flatMap(({ added, removed, value }, index) => {
    const next = runs[index + 1];
    if (removed) return changes(value, next?.added ? next.value : [], mostEdits, isLong);
    if (added) return runs[index - 1]?.removed ? [] : changes([], value, mostEdits, isLong);
    return value.map((text) => paragraphOf([{ change: 'same', text }]));
  });
}

function changes(
  gone: readonly string[],
  come: readonly string[],
  mostEdits: number,
  isLong: boolean,
): Paragraph[] {
  return pairParagraphs(gone, come, isLong).map((pair) => paragraphOf(partsOf(pair, mostEdits)));
}

function partsOf(pair: Pair, mostEdits: number): Part[] {
  if (pair.in === undefined) return replaced(pair.out, '');
  if (pair.out === undefined) return replaced('', pair.in);
  return compareWords(pair.out, pair.in, mostEdits);
}

function paragraphOf(parts: Part[]): Paragraph {
  const [first] = parts;
  return { change: parts.length === 1 && first ? first.change : 'changed', parts };
}
