import type { Context } from '../../context.ts';
import * as publications from '../../db/publications.ts';
import { listWordings, type WordingRow } from '../../db/wordings.ts';
import { noPublication } from '../articles/put-in-article.ts';
import { permitPublication } from '../permit.ts';

/** One publication. @throws DomainError `publication-not-found`, `not-permitted` */
export async function readPublication(
  ctx: Context,
  slug: string,
): Promise<publications.Publication> {
  permitPublication(ctx.caller, slug);
  const found = await publications.findBySlug(ctx.db, slug);
  if (!found) throw noPublication(slug);
  return found;
}

/** A page of the publications that the caller works for, newest first. */
export async function listPublications(
  ctx: Context,
  window: { after?: string | undefined; limit: number },
): Promise<publications.Publication[]> {
  return publications.list(ctx.db, { ...window, slugs: ctx.caller.publications ?? undefined });
}

/**
 * A page of what a publication wrote under its texts, newest first.
 *
 * @param window `after` the version that the page before ended with
 * @throws DomainError `publication-not-found`, `not-permitted`
 */
export async function listFooterVersions(
  ctx: Context,
  slug: string,
  window: { after?: number | undefined; limit: number },
): Promise<WordingRow[]> {
  const { id } = await readPublication(ctx, slug);
  return listWordings(ctx.db, id, window);
}
