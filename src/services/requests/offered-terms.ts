import type { TermsVersion } from '../../db/terms.ts';
import { BUILT_IN_TERMS, type Terms } from '../../domain/terms.ts';
import { readTerms } from '../../domain/terms-document.ts';

/** The newest version of named terms among those read with the request. */
export function termsOf(versions: readonly TermsVersion[], slug: string): Terms | undefined {
  const found = versions.find((version) => version.slug === slug);
  return found && readTerms(JSON.parse(found.document));
}

/**
 * The version that a licence is issued under.
 *
 * @param slug null stands for the built-in terms
 */
export function termsVersion(versions: readonly TermsVersion[], slug: string | null): TermsVersion {
  const wanted = slug ?? BUILT_IN_TERMS;
  const found = versions.find((version) => version.slug === wanted);
  if (!found) throw new Error(`the terms ${wanted} were not read with the request`);
  return found;
}
