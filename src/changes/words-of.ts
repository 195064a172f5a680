/** White space, a word with what joins its parts (`well-known`, `3,000`), or a single sign. */
const PIECES = /\s+|[\p{L}\p{M}\p{N}]+(?:['’.,-][\p{L}\p{M}\p{N}]+)*|./gsu;

const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** The segmenter takes quadratic time, so it is given a few sentences at once. */
const BOUNDED = /.{1,200}/gsu;

/** A base character with its marks, as far as regular expressions know them. */
const CHARACTERS = /.\p{M}*/gsu;

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * The words of a text with all that stands between them; joined, they are the text again.
 *
 * @param isLong takes each character for a word in scripts that write without spaces, where
 *   otherwise a dictionary tells (Unicode UAX #29, section 4.1): looking words up takes 2 µs each
 */
export function wordsOf(text: string, isLong = false): string[] {
  const pieces = text.match(PIECES) ?? [];
  if (!WITHOUT_SPACES.test(text)) return pieces;
  const parted = isLong ? charactersOf : segmentsOf;
  return pieces.flatMap((piece) => (WITHOUT_SPACES.test(piece) ? parted(piece) : [piece]));
}

/** Whether it is read as a word, not white space or punctuation. */
export function isWord(piece: string): boolean {
  return /^[\p{L}\p{M}\p{N}]/u.test(piece);
}

function charactersOf(piece: string): string[] {
  return piece.match(CHARACTERS) ?? [];
}

function segmentsOf(piece: string): string[] {
  const bounded = piece.match(BOUNDED) ?? [];
  return bounded.flatMap((part) => [...segmenter.segment(part)].map(({ segment }) => segment));
}
