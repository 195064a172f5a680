/** How much longer one of two lines may be that say the same. */
const SPARE = 50;
const ENDS = ' .!:…。！：';

/** Whether two lines say the same, case, spaces and what ends them aside. */
export function sameWords(one: string, other: string): boolean {
  return Math.abs(one.length - other.length) <= SPARE && plain(one) === plain(other);
}

function plain(text: string): string {
  const spaced = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  let end = spaced.length;
  // A regular expression that looks for the end takes quadratic time.
  while (end > 0 && ENDS.includes(spaced.charAt(end - 1))) end -= 1;
  return spaced.slice(0, end).toLowerCase();
}
