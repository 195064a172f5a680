import type { Context } from '../context.ts';
import * as terms from '../db/terms.ts';
import { DomainError } from '../domain/errors.ts';

/** One version of terms, as it was frozen. @throws DomainError `terms-not-found` */
export async function readTermsDocument(
  ctx: Context,
  slug: string,
  version: string,
): Promise<terms.TermsVersion> {
  const found = version === '' ? undefined : await terms.find(ctx.db, slug, Number(version));
  if (!found) {
    throw new DomainError('terms-not-found', `There is no version ${version} of terms ${slug}.`);
  }
  return found;
}
