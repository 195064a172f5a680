import { composeCharacters } from './compose-characters.ts';

/**
 * Text that every format can carry: lines end in `\n`, no control or non-characters, no byte order
 * mark, no half of a surrogate pair, normal form C.
 */
export function cleanCharacters(text: string): string {
  const printable = text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[\f\v]/g, ' ')
    .replace(/(?![\t\n])\p{Cc}|[\p{NChar}\uFEFF]/gu, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD');
  return composeCharacters(printable);
}

/** Most lines: words of letters that are their own normal form C, one space apart. */
const CLEAN_LINE =
  /^[!-~\u00A1-\u00AC\u00AE-\u024F‐-―‘-‟…]+(?: [!-~\u00A1-\u00AC\u00AE-\u024F‐-―‘-‟…]+)*$/;

/** The same, as one line: every run of white space is one space, none at the ends. */
export function oneLine(text: string): string {
  if (CLEAN_LINE.test(text)) return text;
  return cleanCharacters(text).replace(/\s+/g, ' ').trim();
}
