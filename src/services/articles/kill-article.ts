import type { Context } from '../../context.ts';
import { markKilled } from '../../db/article-states.ts';
import * as articles from '../../db/articles.ts';
import { transact } from '../../db/database.ts';
import * as events from '../../db/events.ts';
import { permitPublication } from '../permit.ts';
import { articleNotFound } from './failures.ts';
import { takeBack } from './take-back.ts';

/**
 * Takes a story back everywhere, for good, one that is withheld too.
 *
 * The placements are raised in the same transaction; revoking the licences can wait for the relay,
 * because verification asks the article too. A second kill changes nothing.
 *
 * @throws DomainError `article-not-found`, `not-permitted`
 */
export async function killArticle(
  ctx: Context,
  input: { id: string; reason: string; note: string | null },
): Promise<articles.Story> {
  const story = await articles.findStory(ctx.db, input.id);
  if (!story) throw articleNotFound(input.id);
  permitPublication(ctx.caller, story.slug);
  await transact(ctx.db, async (tx) => {
    const before = await articles.lock(tx, input.id);
    if (!before || before.state === 'killed') return;
    await markKilled(tx, input.id, { ...input, at: ctx.now() });
    await takeBack(tx, ctx, input.id, 'article.killed');
    await events.record(tx, ctx, {
      type: 'article.killed',
      subject: { kind: 'article', id: input.id },
      before: { state: before.state },
      after: { state: 'killed', reason: input.reason, note: input.note },
    });
  });
  return (await articles.findStory(ctx.db, input.id)) ?? story;
}
