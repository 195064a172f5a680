const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** The segmenter takes quadratic time, so it is given a few sentences at once. */
const BOUNDED = /.{1,200}/gsu;

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * How many words a text has. Between spaces stands one word (`well-known`, `3,000`), save in
 * scripts that write without spaces, where a dictionary tells.
 */
export function countWords(text: string): number {
  let words = 0;
  for (const piece of text.split(/\s+/)) {
    if (WITHOUT_SPACES.test(piece)) words += countSegments(piece);
    else if (/[\p{L}\p{N}]/u.test(piece)) words += 1;
  }
  return words;
}

function countSegments(text: string): number {
  const pieces = text.match(BOUNDED) ?? [];
  return pieces.reduce((words, piece) => {
    const segments = [...segmenter.segment(piece)];
    return words + segments.filter(({ isWordLike }) => isWordLike).length;
  }, 0);
}
