/**
 * Whether a language is one of those in a range: `en` holds `en` and `en-GB`, `en-GB` holds
 * neither `en` nor `en-US`. Both are canonical BCP 47 tags; case does not count.
 *
 * @see RFC 4647 section 3.3.1, basic filtering
 */
export function languageWithin(tag: string, range: string): boolean {
  return `${tag}-`.toLowerCase().startsWith(`${range}-`.toLowerCase());
}
