import { eastAsianWidth } from 'get-east-asian-width';

/** Below it, no character is wide and none combines. */
const FIRST_COMBINING = 0x300;
const MARK = /[\p{M}\p{Cf}]/u;

/** How many columns of a terminal or a teleprinter a text takes; a wide character takes two. */
export function columns(text: string): number {
  let count = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < FIRST_COMBINING) count += 1;
    else if (!MARK.test(character)) count += eastAsianWidth(code);
  }
  return count;
}
