import type { Context } from '../../context.ts';
import * as articles from '../../db/articles.ts';
import { findHeld } from '../../db/licensed-texts.ts';
import { readLicence } from './read-licences.ts';
import { refuseKind } from './read-licensed-text.ts';
import { refuseLicence } from './refuse-text.ts';

/**
 * A page of the live articles that a licence for a feed covers, newest first; those under embargo
 * too, whose text waits.
 *
 * @throws DomainError `licence-not-found`, `not-permitted`, `licence-for-article`,
 *   `licence-STATE` when it is not active, `outlet-suspended`
 */
export async function listFeedArticles(
  ctx: Context,
  { licence: id, ...window }: { licence: string; after?: string | undefined; limit: number },
): Promise<articles.Story[]> {
  await readLicence(ctx, id);
  const held = await findHeld(ctx.db, { licence: id, article: null, outlet: ctx.caller.outlet });
  if (!held) throw new Error(`licence ${id} was read and is not there`);
  refuseKind(held, true);
  refuseLicence(held);
  return articles.listCovered(ctx.db, id, window);
}
