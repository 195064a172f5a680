const RIGHT_TO_LEFT: ReadonlySet<string> = new Set([
  'Adlm',
  'Arab',
  'Hebr',
  'Mand',
  'Mend',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
  'Yezi',
]);

/** Finding a likely script takes as long as a third of a rendering; a desk has few languages. */
const known = new Map<string, 'ltr' | 'rtl'>();
const MOST = 500;

/** The base direction of a text in a language: `rtl` when its likely script runs so. */
export function direction(language: string): 'ltr' | 'rtl' {
  const found = known.get(language);
  if (found) return found;
  const runs = RIGHT_TO_LEFT.has(likelyScript(language) ?? '') ? 'rtl' : 'ltr';
  if (known.size >= MOST) known.clear();
  known.set(language, runs);
  return runs;
}

function likelyScript(language: string): string | undefined {
  try {
    return new Intl.Locale(language).maximize().script;
  } catch {
    // A tag that the platform does not know still has to be printed.
    return undefined;
  }
}
