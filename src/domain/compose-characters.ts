/**
 * The longest run of combining marks that is put in order at once. Putting a run in order takes
 * quadratic time, minutes for a megabyte of accents; real words have a handful.
 *
 * @see https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format
 */
const LONG_RUN = /(?:(?!\u034F)\p{M}){30}(?=(?!\u034F)\p{M})/gu;

/** Normal form C, in linear time; runs of more than 30 combining marks are parted by a joiner. */
export function composeCharacters(text: string): string {
  return partRuns(partRuns(text).normalize('NFC'));
}

/** U+034F, combining grapheme joiner: nothing is put in order across it. */
function partRuns(text: string): string {
  return text.replace(LONG_RUN, '$&\u034F');
}
