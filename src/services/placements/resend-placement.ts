import type { Context } from '../../context.ts';
import * as articles from '../../db/articles.ts';
import { transact } from '../../db/database.ts';
import * as events from '../../db/events.ts';
import { findPlacement, type Placement } from '../../db/placements/read.ts';
import { lockPlacement, raiseAgain } from '../../db/placements/resend.ts';
import { articleKilled } from '../articles/failures.ts';
import { permitArticle } from '../permit.ts';
import { placementNotFound } from './read-placements.ts';

/**
 * Sends what is wanted at a placement once more, whatever stands there: also what was given up, or
 * is confirmed, and a withdrawal too. Where nothing was ever sent there is nothing to take back, and
 * a withdrawal would tell of a story that never came. A kill is sent again by itself until it is
 * confirmed.
 *
 * @throws DomainError `placement-not-found`, `article-killed`
 */
export async function resendPlacement(ctx: Context, id: string): Promise<Placement> {
  return transact(ctx.db, async (tx) => {
    await lockPlacement(tx, id);
    const before = await findPlacement(tx, id, ctx.caller.outlet);
    if (!before) throw placementNotFound(id);
    await permitArticle({ ...ctx, db: tx }, before.article);
    const story = await articles.findStory(tx, before.article);
    if (story?.state === 'killed') throw articleKilled(before.article);
    if (before.wanted_op === 'withdraw' && !before.sent) return before;
    await raiseAgain(tx, id, ctx.caller.requestId);
    const after = (await findPlacement(tx, id, ctx.caller.outlet)) ?? before;
    await events.record(tx, ctx, {
      type: 'placement.resent',
      subject: { kind: 'placement', id },
      before: { seq: before.wanted_seq },
      after: { seq: after.wanted_seq },
    });
    return after;
  });
}
