import { publicTerms } from './public-terms.ts';
import { DEFAULT_TERMS, type Terms } from './terms.ts';

type Said<T> = { [K in keyof T]?: T[K] | undefined };

/** Fields that are said in part: what is left out of them has its default. */
type InPart = 'window' | 'edits' | 'credit' | 'links' | 'sale' | 'onward' | 'limits' | 'ai';

/** Terms as far as somebody has said them. */
export type GivenTerms = Said<Omit<Terms, InPart | 'removal' | 'correction'>> & {
  [K in InPart]?: Said<Terms[K]> | undefined;
} & {
  [K in 'removal' | 'correction']?: Said<NonNullable<Terms[K]>> | null | undefined;
};

/**
 * Completes terms: what is not said has its default, or beside a public licence the value that
 * adds nothing to it. Members always stand in the order of `DEFAULT_TERMS`.
 */
export function fillTerms(given: GivenTerms): Terms {
  const { window, edits, credit, links, removal, correction, ...rest } = given;
  const { sale, onward, limits, ai, ...plain } = rest;
  const { basis = 'own' } = given;
  const base = basis === 'own' ? DEFAULT_TERMS : publicTerms(basis.uri);
  return {
    ...overlaid<Terms>(base, plain),
    window: overlaid(base.window, window),
    edits: overlaid(base.edits, edits),
    credit: overlaid(base.credit, credit),
    links: overlaid(base.links, links),
    removal: duty(base.removal, DEFAULT_TERMS.removal, removal),
    correction: duty(base.correction, DEFAULT_TERMS.correction, correction),
    sale: overlaid(base.sale, sale),
    onward: overlaid(base.onward, onward),
    limits: overlaid(base.limits, limits),
    ai: overlaid(base.ai, ai),
  };
}

function overlaid<T extends object>(base: T, said: Said<T> | undefined): T {
  const entries = Object.entries(said ?? {}).filter(([, value]) => value !== undefined);
  return { ...base, ...Object.fromEntries(entries) };
}

function duty<T extends object>(
  base: T | null,
  full: T | null,
  said: Said<T> | null | undefined,
): T | null {
  if (said === undefined) return base;
  return said && full && overlaid(full, said);
}
