import type { Context } from '../../context.ts';
import { findDueLists } from '../../db/status-lists.ts';
import { signList } from './sign-list.ts';

const HOUR_MS = 3_600_000;
/** Half of how long a signed list can be shown, so that a service that was away has time. */
const OLD_MS = 12 * HOUR_MS;
/** Clocks differ, and an expired licence says so itself. */
const AFTER_END_MS = 24 * HOUR_MS;

/**
 * Signs every list that no longer says what it should, or soon could not be shown any more.
 *
 * One that cannot be signed, which is a bug, is told and left: it must not keep others waiting.
 *
 * @returns how many were signed
 */
export async function signDueLists(ctx: Context): Promise<number> {
  const now = ctx.now();
  const due = await findDueLists(ctx.db, {
    kid: ctx.keys.active.kid,
    oldBefore: now - OLD_MS,
    endedBefore: now - AFTER_END_MS,
  });
  let signed = 0;
  for (const uri of due) {
    try {
      if (await signList(ctx, uri)) signed += 1;
    } catch (error) {
      ctx.log.error({ err: error, list: uri }, 'a status list could not be signed');
    }
  }
  return signed;
}
