import type { Context } from '../../context.ts';
import { transact } from '../../db/database.ts';
import { recordAll } from '../../db/events.ts';
import { tell } from '../../db/notices.ts';
import { markTold } from '../../db/unfollowed.ts';

const BATCH = 500;

/**
 * Tells outlets of corrections that their licences, being fixed to a version, do not follow: once
 * for each correction, a batch to a transaction.
 */
export async function tellUnfollowed(ctx: Context, articles: readonly string[]): Promise<void> {
  let told: number;
  do {
    told = await transact(ctx.db, async (tx) => {
      const rows = await markTold(tx, articles, BATCH);
      await recordAll(
        tx,
        ctx,
        rows.map(({ id, outlet, article, keptVersion, version }) => ({
          type: 'licence.correction-not-followed',
          subject: { kind: 'licence', id },
          after: { outlet, article, keptVersion, version },
        })),
      );
      await tell(
        tx,
        ctx,
        rows.map(({ id, outlet, publication, headline, keptVersion, note }) => ({
          kind: 'correction-not-followed' as const,
          facts: { headline, version: keptVersion, note },
          outlet,
          publication,
          about: { kind: 'licence', id },
        })),
      );
      return rows.length;
    });
  } while (told === BATCH);
}
