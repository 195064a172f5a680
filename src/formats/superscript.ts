const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * Raised digits as characters, so that ten to the sixth does not become 106 where there is no
 * markup; other raised text stays as it is.
 */
export function superscript(text: string): string {
  if (!/^\s*\d+\s*$/.test(text)) return text;
  return text.trim().replace(/\d/g, (digit) => DIGITS[Number(digit)] ?? digit);
}
