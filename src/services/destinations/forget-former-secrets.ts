import type { Context } from '../../context.ts';
import { transact } from '../../db/database.ts';
import { recordAll } from '../../db/events.ts';
import { dropFormer } from '../../db/former-secrets.ts';

/** Drops secrets that were replaced and whose overlap is over. */
export async function forgetFormerSecrets(ctx: Context): Promise<void> {
  await transact(ctx.db, async (tx) => {
    const dropped = await dropFormer(tx);
    await recordAll(
      tx,
      ctx,
      dropped.map(({ id, outlet }) => ({
        type: 'destination.former-secret-dropped',
        subject: { kind: 'destination', id },
        after: { outlet },
      })),
    );
  });
}
