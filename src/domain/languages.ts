/**
 * Whether a language is one of those in a range: `en` holds `en` and `en-GB`, `en-GB` holds
 * neither `en` nor `en-US`. Both are canonical BCP 47 tags; case does not count.
 *
 * @see RFC 4647 section 3.3.1, basic filtering
 */
export function languageWithin(tag: string, range: string): boolean {
  return `${tag}-`.toLowerCase().startsWith(`${range}-`.toLowerCase());
}

/**
 * The tag of a table that fits a language: its own, or its own shortened from the right, a subtag
 * at a time; the script that is usual for it counts as if it were written, so that `zh-TW` finds
 * `zh-Hant` before `zh`. Case does not count; undefined when none fits.
 *
 * @see RFC 4647 section 3.4, lookup
 */
export function lookUpLanguage(tags: readonly string[], language: string): string | undefined {
  const known = new Map(tags.map((tag) => [tag.toLowerCase(), tag]));
  const written = shortened(language).slice(0, -1);
  const fits = [...written, ...shortened(withScript(language))].find((tag) => known.has(tag));
  return fits === undefined ? undefined : known.get(fits);
}

/**
 * What somebody who reads a language can read: its primary subtag and its script, the usual one
 * where none is named. `en-GB` and `en` are `en-Latn`, `zh-TW` is `zh-Hant`.
 */
export function readingOf(tag: string): string {
  // Of `und` Intl would make English.
  const language = tag.slice(0, `${tag}-`.indexOf('-')).toLowerCase();
  const { script } = new Intl.Locale(tag).maximize();
  return script === undefined ? language : `${language}-${script}`;
}

function shortened(language: string): string[] {
  const subtags = language.toLowerCase().split('-');
  return subtags.map((_, i) => subtags.slice(0, subtags.length - i).join('-'));
}

function withScript(tag: string): string {
  const { language, script, region } = new Intl.Locale(tag).maximize();
  return [language, script, region].filter((subtag) => subtag !== undefined).join('-');
}
