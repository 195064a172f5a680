import type { Context } from '../../context.ts';
import { leaveWord } from '../../db/outbox.ts';
import { findDrift } from '../../db/placements/drift.ts';
import { findForgottenFeeds } from '../../db/successions.ts';

const MOST = 1_000;

/**
 * Looks for placements that are not what the licences say, and for standing licences that a
 * compromised key has signed, and has the relay look at them.
 *
 * What it finds is a change whose word was lost; it should find nothing.
 *
 * @returns how many articles, and feeds, at outlets were found
 */
export async function sweep(ctx: Context): Promise<number> {
  const drifted = await findDrift(ctx.db, MOST);
  const scopes = [...drifted, ...(await findForgottenFeeds(ctx.db, MOST))];
  if (scopes.length === 0) return 0;
  ctx.metrics.rescued(scopes.length);
  ctx.log.warn({ found: scopes.length }, 'the sweep found placements to repair');
  await leaveWord(ctx.db, { kind: 'sweep', scopes, requestId: ctx.caller.requestId });
  return scopes.length;
}
