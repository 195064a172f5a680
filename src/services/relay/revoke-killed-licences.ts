import type { Context } from '../../context.ts';
import { transact } from '../../db/database.ts';
import { recordAll } from '../../db/events.ts';
import { revokeKilled } from '../../db/licence-endings.ts';

const BATCH = 500;

/** Revokes the licences of killed articles, each with its event, a batch to a transaction. */
export async function revokeKilledLicences(
  ctx: Context,
  articles: readonly string[],
): Promise<void> {
  let revoked: number;
  do {
    revoked = await transact(ctx.db, async (tx) => {
      const ended = await revokeKilled(tx, articles, BATCH);
      await recordAll(
        tx,
        ctx,
        ended.map(({ id, article, was }) => ({
          type: 'licence.revoked',
          subject: { kind: 'licence', id },
          before: { state: was },
          after: { state: 'revoked', reason: 'article-killed', article },
        })),
      );
      return ended.length;
    });
  } while (revoked === BATCH);
}
