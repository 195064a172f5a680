import type { Context } from '../../context.ts';
import * as articles from '../../db/articles.ts';
import { permitPublication } from '../permit.ts';
import { articleNotFound } from './failures.ts';

/**
 * One article in its newest version.
 *
 * An outlet sees the facts of a story that it may ask for; an embargoed one is not there for it
 * until the embargo lifts or it holds a licence.
 *
 * @throws DomainError `article-not-found`, `not-permitted`
 */
export async function readArticle(ctx: Context, id: string): Promise<articles.Story> {
  const story = await articles.findStory(ctx.db, id);
  if (!story) throw articleNotFound(id);
  const { outlet } = ctx.caller;
  if (outlet === null) permitPublication(ctx.caller, story.slug);
  else if (!(await articles.isVisible(ctx.db, id, outlet))) throw articleNotFound(id);
  return story;
}

/**
 * A page of an article's versions, newest first. Same rights as {@link readArticle}.
 *
 * @param window `after` the version that the page before ended with
 */
export async function readVersions(
  ctx: Context,
  id: string,
  window: { after?: number | undefined; limit: number },
): Promise<articles.Version[]> {
  const story = await readArticle(ctx, id);
  return articles.listVersions(ctx.db, story.id, window);
}

/** A page of articles that the caller may see. */
export async function listArticles(
  ctx: Context,
  filter: Pick<articles.ListFilter, 'publication' | 'state' | 'after' | 'limit'>,
): Promise<articles.Story[]> {
  return articles.list(ctx.db, {
    ...filter,
    publications: ctx.caller.publications ?? undefined,
    visibleTo: ctx.caller.outlet ?? undefined,
  });
}
