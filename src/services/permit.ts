import type { Caller, Context } from '../context.ts';
import { slugOf, slugOfArticle } from '../db/publications.ts';
import { DomainError } from '../domain/errors.ts';

/**
 * Refuses staff whose key is limited to other publications.
 *
 * @throws DomainError `not-permitted`
 */
export function permitPublication(caller: Caller, slug: string): void {
  if (caller.publications === null || caller.publications.includes(slug)) return;
  throw new DomainError(
    'not-permitted',
    `This key works for ${caller.publications.join(', ')} and not for ${slug}.`,
  );
}

/** The same for something that names its publication by id. */
export async function permitPublicationId(
  { caller, db }: Pick<Context, 'caller' | 'db'>,
  publication: string,
): Promise<void> {
  if (caller.publications !== null) permitPublication(caller, await slugOf(db, publication));
}

/** The same for something that is about an article. */
export async function permitArticle(
  { caller, db }: Pick<Context, 'caller' | 'db'>,
  article: string,
): Promise<void> {
  if (caller.publications !== null) permitPublication(caller, await slugOfArticle(db, article));
}
