import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { insertAttempt } from '../../db/placements/attempt.ts';
import { holdTakeable, isKnownTaken, markTaken, type TakenText } from '../../db/placements/take.ts';

/**
 * Notes that an outlet takes a text itself, so that corrections and kills of it reach the outlet's
 * people. Call it in the transaction in which the text is read for the outlet, before it leaves.
 *
 * The first reading of a version is written down; later ones find it so and write nothing.
 *
 * @param text.footerHash SHA-256 of the footer that goes with it, for the record
 * @returns false when the story was killed or withheld, or the licence ended, a moment ago: nothing
 *   was noted and nothing may leave
 */
export async function takeItself(
  tx: Tx,
  ctx: Pick<Context, 'caller' | 'newId' | 'now'>,
  text: TakenText & { footerHash?: string },
): Promise<boolean> {
  if (await isKnownTaken(tx, text)) return true;
  if (!(await holdTakeable(tx, text))) return false;
  const at = new Date(ctx.now());
  const taken = await markTaken(tx, text, { requestId: ctx.caller.requestId, at });
  // A newer version is wanted by now: this one may still be read, and what is wanted stays.
  if (!taken) return true;
  await insertAttempt(tx, {
    id: ctx.newId(),
    placement: taken.id,
    destination: taken.destination,
    outlet: text.outlet,
    licence: text.licence,
    seq: taken.seq,
    version: text.version,
    operation: 'upsert',
    startedAt: at,
    endedAt: at,
    purpose: 'deliver',
    outcome: 'placed',
    code: 'taken',
    message: 'The outlet took the text itself.',
    footerHash: text.footerHash ?? null,
  });
  return true;
}
