/**
 * How many combining marks are put in order at once. Putting a run in order takes quadratic time,
 * minutes for a megabyte of accents; real words have a handful.
 *
 * @see https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format
 */
const AT_ONCE = 30;

/** U+034F, combining grapheme joiner: nothing is put in order across it. */
const JOINER = '\u034F';

/** Looked for from its first mark only, so that what was parted once is passed over fast. */
const LONG_RUN = /(?=\p{M})(?<!(?!\u034F)\p{M})(?:(?!\u034F)\p{M}){31,}/gu;

/** Normal form C, in linear time; runs of more than 30 combining marks are parted by a joiner. */
export function composeCharacters(text: string): string {
  return partRuns(partRuns(text).normalize('NFC'));
}

function partRuns(text: string): string {
  return text.replace(LONG_RUN, (run) => {
    const marks = [...run];
    const parts: string[] = [];
    for (let at = 0; at < marks.length; at += AT_ONCE) {
      parts.push(marks.slice(at, at + AT_ONCE).join(''));
    }
    return parts.join(JOINER);
  });
}
