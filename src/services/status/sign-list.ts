import type { Context } from '../../context.ts';
import { transact } from '../../db/database.ts';
import * as lists from '../../db/status-lists.ts';
import { LIST_LIFETIME_SECONDS } from '../../security/status-list/list-shape.ts';
import { signStatusList } from '../../security/status-list/status-list-token.ts';

/** What signing a list takes. */
export type Signer = Pick<Context, 'db' | 'now'> & { keys: Pick<Context['keys'], 'active'> };

/**
 * Signs what a list says now, from the licences themselves, and keeps it.
 *
 * @returns false when another process is at it
 */
export async function signList(ctx: Signer, uri: string): Promise<boolean> {
  return transact(ctx.db, async (tx) => {
    const list = await lists.lockList(tx, uri);
    if (!list) return false;
    await lists.takeChanges(tx, uri);
    const entries = await lists.readEntries(tx, uri);
    // Whole seconds, as the token says it; clocks of several processes may differ.
    const at = wholeSecond(Math.max(ctx.now(), list.signed_at ?? 0));
    const key = ctx.keys.active;
    await lists.keepVersion(tx, {
      list: uri,
      version: list.version + 1,
      issuedAt: at,
      expiresAt: at + LIST_LIFETIME_SECONDS * 1000,
      kid: key.kid,
      token: signStatusList({ uri, at, entries }, key),
    });
    return true;
  });
}

function wholeSecond(instant: number): number {
  return Math.floor(instant / 1000) * 1000;
}
