import type { Context } from '../../context.ts';
import { setEmbargo } from '../../db/article-states.ts';
import * as articles from '../../db/articles.ts';
import { transact } from '../../db/database.ts';
import * as events from '../../db/events.ts';
import { leaveWord } from '../../db/outbox.ts';
import { formatInstant, type Instant } from '../../domain/instant.ts';
import { permitPublication } from '../permit.ts';
import { articleKilled, articleNotFound } from './failures.ts';

/**
 * Moves a story's embargo, or lifts it: licences that have not begun are followed by others with
 * the new beginning, and what waits to be sent waits as long.
 *
 * Bytes are held, and nothing is taken back: a licence that has begun stays as it is. A later
 * embargo keeps a text only from where it has not been sent yet.
 *
 * @param input.until null, or an instant that has passed: the embargo is lifted
 * @throws DomainError `article-not-found`, `article-killed`, `not-permitted`
 */
export async function moveEmbargo(
  ctx: Context,
  input: { id: string; until: Instant | null },
): Promise<articles.Story> {
  const story = await articles.findStory(ctx.db, input.id);
  if (!story) throw articleNotFound(input.id);
  permitPublication(ctx.caller, story.slug);
  await transact(ctx.db, async (tx) => {
    const before = await articles.lock(tx, input.id);
    if (before?.state === 'killed') throw articleKilled(input.id);
    const now = ctx.now();
    const was = ahead(before?.embargo_until ?? null, now);
    const until = ahead(input.until, now);
    if (until === was) return;
    await setEmbargo(tx, input.id, { until, at: now });
    await events.record(tx, ctx, {
      type: until === null ? 'article.embargo-lifted' : 'article.embargo-moved',
      subject: { kind: 'article', id: input.id },
      before: { embargoUntil: written(was) },
      after: { embargoUntil: written(until) },
    });
    await leaveWord(tx, {
      kind: 'article.embargo-moved',
      scopes: [{ article: input.id, outlet: null }],
      requestId: ctx.caller.requestId,
    });
  });
  return (await articles.findStory(ctx.db, input.id)) ?? story;
}

/** An embargo that has passed is none. */
function ahead(until: Instant | null, now: Instant): Instant | null {
  return until !== null && until > now ? until : null;
}

function written(until: Instant | null): string | null {
  return until === null ? null : formatInstant(until);
}
