import type { Context } from '../../context.ts';
import { markReleased, markWithheld } from '../../db/article-states.ts';
import * as articles from '../../db/articles.ts';
import { type Tx, transact } from '../../db/database.ts';
import * as events from '../../db/events.ts';
import { leaveWord } from '../../db/outbox.ts';
import { permitPublication } from '../permit.ts';
import { articleKilled, articleNotFound } from './failures.ts';
import { takeBack } from './take-back.ts';

/**
 * Takes a story back everywhere until it is released, with the reach of a kill. Its licences stay;
 * new ones are decided as usual, and nothing goes out under them. Withholding twice changes
 * nothing.
 *
 * @throws DomainError `article-not-found`, `article-killed`, `not-permitted`
 */
export function withholdArticle(
  ctx: Context,
  input: { id: string; reason: string; note: string | null },
): Promise<articles.Story> {
  const { id, reason, note } = input;
  return changing(ctx, id, async (tx, before) => {
    if (before.state === 'withheld') return;
    await markWithheld(tx, id, { reason, note, at: ctx.now() });
    await takeBack(tx, ctx, id, 'article.withheld');
    await events.record(tx, ctx, {
      type: 'article.withheld',
      subject: { kind: 'article', id },
      before: { state: 'live' },
      after: { state: 'withheld', reason, note },
    });
  });
}

/**
 * Lets a withheld story out again, in its newest version, wherever a licence holds it. One that is
 * not withheld stays as it is.
 *
 * @throws DomainError as {@link withholdArticle}
 */
export function releaseArticle(
  ctx: Context,
  input: { id: string; note: string | null },
): Promise<articles.Story> {
  const { id, note } = input;
  return changing(ctx, id, async (tx, before) => {
    if (before.state === 'live') return;
    await markReleased(tx, id, ctx.now());
    await events.record(tx, ctx, {
      type: 'article.released',
      subject: { kind: 'article', id },
      before: { state: 'withheld', reason: before.withhold_reason },
      after: { state: 'live', note },
    });
    await leaveWord(tx, {
      kind: 'article.released',
      scopes: [{ article: id, outlet: null }],
      requestId: ctx.caller.requestId,
    });
  });
}

async function changing(
  ctx: Context,
  id: string,
  work: (tx: Tx, before: articles.Article) => Promise<void>,
): Promise<articles.Story> {
  const story = await articles.findStory(ctx.db, id);
  if (!story) throw articleNotFound(id);
  permitPublication(ctx.caller, story.slug);
  await transact(ctx.db, async (tx) => {
    const before = await articles.lock(tx, id);
    if (!before) throw articleNotFound(id);
    if (before.state === 'killed') throw articleKilled(id);
    await work(tx, before);
  });
  return (await articles.findStory(ctx.db, id)) ?? story;
}
