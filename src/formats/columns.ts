import { eastAsianWidth } from 'get-east-asian-width';

const MARK = /[\p{M}\p{Cf}]/u;

/** How many columns of a terminal or a teleprinter a text takes; a wide character takes two. */
export function columns(text: string): number {
  let count = 0;
  for (const character of text) {
    if (MARK.test(character)) continue;
    count += eastAsianWidth(character.codePointAt(0) ?? 0);
  }
  return count;
}
