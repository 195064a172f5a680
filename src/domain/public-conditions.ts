import { publicLicenceOf, publicTerms } from './public-terms.ts';
import type { Terms } from './terms.ts';

/** What we send and when is ours to say; a public licence speaks of what is done with it. */
const OURS: ReadonlySet<string> = new Set(['basis', 'images', 'advance', 'onCorrection']);

/**
 * Fields that would add a condition to a public licence. These licences say themselves that nobody
 * may: what a reader was given under their URI would not be what it says.
 */
export function fieldsBesideLicence(terms: Terms): { path: string[]; message: string }[] {
  const uri = publicLicenceOf(terms);
  if (uri === null) return [];
  const free = publicTerms(uri);
  const names = Object.keys(free).filter((name): name is keyof Terms => name in free);
  const added = names.filter((name) => !OURS.has(name) && !same(terms[name], free[name]));
  return added.map((name) => ({
    path: [name],
    message: 'Nothing is added to a public licence: leave this out, or the basis.',
  }));
}

/** Both come from the same writer, so their members stand in the same order. */
function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
