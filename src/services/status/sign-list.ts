import type { Context } from '../../context.ts';
import { type Tx, transact } from '../../db/database.ts';
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
    if (list) await signLocked(tx, ctx, list);
    return list !== undefined;
  });
}

/** Sees to it that a list has been signed once, here or by whoever is at it. */
export async function signFirst(ctx: Signer, uri: string): Promise<void> {
  await transact(ctx.db, async (tx) => {
    const list = await lists.awaitList(tx, uri);
    if (list.version === 0) await signLocked(tx, ctx, list);
  });
}

async function signLocked(tx: Tx, ctx: Signer, list: lists.StatusList): Promise<void> {
  const { uri } = list;
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
}

function wholeSecond(instant: number): number {
  return Math.floor(instant / 1000) * 1000;
}
