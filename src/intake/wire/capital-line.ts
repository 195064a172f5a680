const LONGEST = 60;
const MOST_WORDS = 10;
const SMALL = /\p{Ll}/u;
/** The capital of ß is rarely used, and particles stay small: `L’AVENIR d’EUROPE`, `THE QUAY’s END`. */
const STAYS_SMALL = /ß|(?<!\p{L})\p{Ll}{1,5}['’](?=\p{Lu})|(?<=\p{Lu})['’]s(?!\p{L})/gu;
const CAPITALS = /\p{Lu}/gu;
const ENDS_SENTENCE = /[.…:;,]$/u;
const LIST_MARK = /^[-–—•*·]/u;

/** Whether a line is a short one in capitals, as wires write what stands over a part of a story. */
export function isCapitalLine(text: string): boolean {
  if (text.length > LONGEST || text.split(' ').length > MOST_WORDS) return false;
  if (LIST_MARK.test(text) || ENDS_SENTENCE.test(text)) return false;
  const capitals = text.match(CAPITALS)?.length ?? 0;
  return capitals >= 2 && !SMALL.test(text.replace(STAYS_SMALL, ''));
}
