import { isWord, wordsOf } from './words-of.ts';

/** How far a paragraph is looked for behind those that were put in before it. */
const LOOK_AHEAD = 4;

/** From this share of common words on, two paragraphs are one that was changed. */
const ALIKE = 0.5;

interface Read {
  text: string;
  words: readonly string[];
  distinct: ReadonlySet<string>;
}

/** An old paragraph that went, a new one that came, or the words of one that became the other. */
export type Pair =
  | { out: string; in?: never }
  | { in: string; out?: never }
  | { out: readonly string[]; in: readonly string[] };

/** Which of the paragraphs that went became which of those that came; both stay in order. */
export function pairParagraphs(
  gone: readonly string[],
  come: readonly string[],
  isLong: boolean,
): Pair[] {
  if (gone.length === 0) return come.map((text) => ({ in: text }));
  const candidates = come.map((text) => read(text, isLong));
  const pairs: Pair[] = [];
  let next = 0;
  for (const out of gone) {
    const before = read(out, isLong);
    const window = candidates.slice(next, next + LOOK_AHEAD);
    const found = window.findIndex((after) => alike(before.distinct, after.distinct));
    const match = window[found];
    if (match) pairs.push(...window.slice(0, found).map(({ text }) => ({ in: text })));
    pairs.push(match ? { out: before.words, in: match.words } : { out });
    next += found + 1;
  }
  return [...pairs, ...candidates.slice(next).map(({ text }) => ({ in: text }))];
}

function read(text: string, isLong: boolean): Read {
  const words = wordsOf(text, isLong);
  return { text, words, distinct: new Set(words.filter(isWord)) };
}

/** The coefficient of Sørensen and Dice over distinct words. */
function alike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [fewer, more] = one.size < other.size ? [one, other] : [other, one];
  let common = 0;
  for (const word of fewer) if (more.has(word)) common += 1;
  return common > 0 && (2 * common) / (one.size + other.size) >= ALIKE;
}
