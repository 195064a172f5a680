import type { Context } from '../../context.ts';
import * as articles from '../../db/articles.ts';
import * as board from '../../db/kill-board.ts';
import { DomainError } from '../../domain/errors.ts';
import { articleNotFound } from '../articles/failures.ts';
import { permitPublication } from '../permit.ts';

export interface Board {
  story: board.TakenStory;
  copies: board.BoardCopy[];
}

/**
 * What is known of every copy of a story that was killed or withheld.
 *
 * @throws DomainError `article-not-found`, `not-permitted`, `article-not-taken-back`
 */
export async function readBoard(
  ctx: Context,
  article: string,
  filter: board.BoardFilter,
): Promise<Board> {
  const known = await articles.findStory(ctx.db, article);
  if (!known) throw articleNotFound(article);
  permitPublication(ctx.caller, known.slug);
  const [story] = await board.listTaken(ctx.db, { article, limit: 1 });
  if (!story) throw notTakenBack(article);
  return { story, copies: await board.listCopies(ctx.db, article, filter) };
}

/** A page of the stories that were taken back, the latest first. */
export function listBoards(
  ctx: Context,
  filter: Omit<board.TakenFilter, 'article' | 'publications'>,
): Promise<board.TakenStory[]> {
  return board.listTaken(ctx.db, {
    ...filter,
    publications: ctx.caller.publications ?? undefined,
  });
}

function notTakenBack(id: string): DomainError {
  return new DomainError('article-not-taken-back', `Article ${id} is neither killed nor withheld.`);
}
