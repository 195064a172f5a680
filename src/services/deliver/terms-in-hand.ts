import type { Context } from '../../context.ts';
import { find } from '../../db/terms.ts';
import type { Terms } from '../../domain/terms.ts';
import { readTerms } from '../../domain/terms-document.ts';

export interface TermsInHand {
  get(slug: string, version: number): Promise<Terms>;
}

const MOST = 500;

/** Reads frozen terms once for all licences under them, for a version never changes. */
export function termsCache({ db }: Pick<Context, 'db'>): TermsInHand {
  const kept = new Map<string, Promise<Terms>>();
  return {
    get(slug, version) {
      const key = `${slug} ${version}`;
      const one = kept.get(key) ?? readFrozen(db, slug, version);
      kept.delete(key);
      kept.set(key, one);
      one.catch(() => kept.delete(key));
      const oldest = kept.keys().next().value;
      if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
      return one;
    },
  };
}

/** The terms that a licence was issued under. @throws Error when they are gone, which is a bug */
export async function readFrozen(db: Context['db'], slug: string, version: number): Promise<Terms> {
  const found = await find(db, slug, version);
  if (!found) throw new Error(`version ${version} of the terms ${slug} is gone`);
  return readTerms(JSON.parse(found.document));
}
