import { countWords } from '../intake/index.ts';

/** The segmenters take more than linear time, so they see no more than this at once. */
const SEEN = 4_000;
const AHEAD = 200;
const PIECE = 200;
/** The last words before a possible end. */
const LAST = 24;

/** `Mr.`, `Prof.`, `U.S.`: the segmenter takes each for an end; so does a short name, at no loss. */
const ABBREVIATION = /(?:^|[\s("“‘])(?:\p{Lu}\p{L}{0,3}|(?:\p{L}\.)+\p{L})\.\s*$/u;

const words = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * Where the last sentence ends that still lies within so many words of a text; null where not even
 * the first does.
 *
 * @param language BCP 47
 */
export function sentenceEnd(text: string, maxWords: number, language: string): number | null {
  const within = wordEnd(text, maxWords);
  const from = Math.max(0, within - SEEN);
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const seen = text.slice(from, within + AHEAD);
  let end: number | null = null;
  for (const { index } of segmenter.segment(seen)) {
    const starts = from + index;
    const isLater = countWords(text.slice(within, starts)) > 0;
    if (index > 0 && !isLater && !ABBREVIATION.test(seen.slice(Math.max(0, index - LAST), index)))
      end = starts;
  }
  return end;
}

/** Where so many words of a text end; never inside of one. */
export function wordEnd(text: string, maxWords: number): number {
  let left = maxWords;
  let end = 0;
  for (const piece of text.matchAll(/\S+/gu)) {
    const count = countWords(piece[0]);
    if (count > left) return count > 1 ? piece.index + unspacedEnd(piece[0], left) : end;
    left -= count;
    end = piece.index + piece[0].length;
  }
  return end;
}

/** The same in a run that has no spaces between its words. */
function unspacedEnd(run: string, maxWords: number): number {
  let left = maxWords;
  for (let at = 0; at < run.length; at += PIECE) {
    for (const { index, isWordLike } of words.segment(run.slice(at, at + PIECE))) {
      if (isWordLike && left === 0) return at + index;
      if (isWordLike) left -= 1;
    }
  }
  return run.length;
}
