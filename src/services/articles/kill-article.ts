import type { Context } from '../../context.ts';
import * as articles from '../../db/articles.ts';
import { transact } from '../../db/database.ts';
import * as events from '../../db/events.ts';
import { leaveWord } from '../../db/outbox.ts';
import { raiseWithdrawals } from '../../db/placements/raise-withdrawals.ts';
import { lockPlacements } from '../../db/placements/scope.ts';
import { tellStop } from '../../db/word-channel.ts';
import { permitPublication } from '../permit.ts';
import { articleNotFound } from './failures.ts';

/**
 * Takes a story back everywhere, for good.
 *
 * The placements are raised in the same transaction, so that no worker can miss it; revoking the
 * licences can wait for the relay, because verification asks the article too. A second kill
 * changes nothing.
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
    if (before?.state === 'killed') return;
    const scopes = [{ article: input.id, outlet: null }];
    await articles.markKilled(tx, input.id, { ...input, at: ctx.now() });
    await lockPlacements(tx, scopes);
    await raiseWithdrawals(tx, scopes);
    await events.record(tx, ctx, {
      type: 'article.killed',
      subject: { kind: 'article', id: input.id },
      before: { state: 'live' },
      after: { state: 'killed', reason: input.reason, note: input.note },
    });
    await tellStop(tx, input.id);
    await leaveWord(tx, { kind: 'article.killed', scopes, requestId: ctx.caller.requestId });
  });
  return (await articles.findStory(ctx.db, input.id)) ?? story;
}
