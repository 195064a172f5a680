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

/**
 * Refuses staff whose key is limited to some publications, where a change or a look would reach
 * what all of them share: outlets with their keys and destinations, terms, the record.
 *
 * @throws DomainError `not-permitted`
 */
export function permitWholeHouse({ publications }: Caller): void {
  if (publications === null) return;
  throw new DomainError(
    'not-permitted',
    `This key works for ${publications.join(', ')} alone, and this is about the whole house.`,
  );
}

/** As {@link permitPublication}, for something that names its publication by id. */
export async function permitPublicationId(
  { caller, db }: Pick<Context, 'caller' | 'db'>,
  publication: string,
): Promise<void> {
  if (caller.publications !== null) permitPublication(caller, await slugOf(db, publication));
}

/** As {@link permitPublication}, for something that is about an article. */
export async function permitArticle(
  { caller, db }: Pick<Context, 'caller' | 'db'>,
  article: string,
): Promise<void> {
  if (caller.publications !== null) permitPublication(caller, await slugOfArticle(db, article));
}
