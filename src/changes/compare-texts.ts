import { diffArrays } from 'diff';
import type { Part } from './part.ts';
import { tidyParts } from './tidy-parts.ts';
import { wordsOf } from './words-of.ts';

/** A text rewritten in more words than this is a new text. */
export const MOST_EDITS = 1_000;

/** What changed from one text to another, word by word; see {@link compareWords}. */
export function compareTexts(before: string, after: string): Part[] {
  return compareWords(wordsOf(before), wordsOf(after), MOST_EDITS);
}

/**
 * What changed from one text to another, in reading order, `out` before `in`.
 *
 * @param mostEdits how many words may go or come before all is `out` and `in`; the work grows with
 *   it times the length of the texts
 */
export function compareWords(
  before: readonly string[],
  after: readonly string[],
  mostEdits: number,
): Part[] {
  const runs = diffArrays([...before], [...after], { maxEditLength: mostEdits });
  if (!runs) return replaced(before.join(''), after.join(''));
  return tidyParts(
    runs.map(({ added, removed, value }) => ({
      change: added ? 'in' : removed ? 'out' : 'same',
      text: value.join(''),
    })),
  );
}

/** One text in the place of another, without looking at their words. */
export function replaced(before: string, after: string): Part[] {
  const parts: Part[] = [
    { change: 'out', text: before },
    { change: 'in', text: after },
  ];
  return parts.filter(({ text }) => text !== '');
}
