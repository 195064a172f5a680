/** Scripts that do not part words by spaces: there, where a line may break is spelling. */
const UNSPACED = '[\\p{Script=Khmer}\\p{Script=Lao}\\p{Script=Myanmar}\\p{Script=Thai}]';

/** Soft hyphens, word joiners, zero-width spaces that no script asks for. */
const INVISIBLE = new RegExp(
  `[\\u00AD\\u2060]|(?<!${UNSPACED})\\u200B|\\u200B(?!${UNSPACED})`,
  'gu',
);

/**
 * Text without the marks that a layout left in it and nobody sees: they would hide words from
 * whoever searches them. Joiners (Persian, emoji) and marks of direction are spelling, and stay.
 */
export function dropInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}
