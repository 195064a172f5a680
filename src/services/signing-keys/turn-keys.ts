import type { Context } from '../../context.ts';
import { type Tx, transact } from '../../db/database.ts';
import { record } from '../../db/events.ts';
import {
  changeKey,
  findDueKeys,
  lastLicenceEnd,
  lockKeys,
  type SigningKeyRow,
} from '../../db/signing-keys.ts';
import { lastExpOf, READERS_SKEW_MS } from '../../domain/signing-keys.ts';
import { activateKey } from './activate-key.ts';
import { keyEvent } from './key-events.ts';

/**
 * Takes the steps of keys whose time has come: a pending one takes over, and a retired one whose
 * last signature has run out is archived, its private part erased.
 *
 * @returns how many took a step
 */
export async function turnKeys(ctx: Context): Promise<number> {
  if ((await findDueKeys(ctx.db, ctx.now())).length === 0) return 0;
  const turned = await transact(ctx.db, async (tx) => {
    await lockKeys(tx);
    // Another worker may have taken the steps while this one waited for the lock.
    const due = await findDueKeys(tx, ctx.now());
    for (const key of due) await takeStep(tx, ctx, key);
    return due.length;
  });
  await ctx.keys.reload();
  return turned;
}

async function takeStep(tx: Tx, ctx: Context, key: SigningKeyRow): Promise<void> {
  if (key.state === 'pending') await activateKey(tx, ctx, key);
  else await archiveKey(tx, ctx, key);
}

/** What a straggler signed may run longer than what was known when the key retired. */
async function archiveKey(tx: Tx, ctx: Context, key: SigningKeyRow): Promise<void> {
  const now = ctx.now();
  const lastExp = lastExpOf(key.retired_at ?? now, await lastLicenceEnd(tx, key.kid));
  const last_exp = new Date(lastExp);
  const change = { state: 'archived', archived_at: new Date(now), private_key: null } as const;
  const after = await changeKey(
    tx,
    key.kid,
    lastExp > now - READERS_SKEW_MS ? { last_exp } : { ...change, last_exp },
  );
  await record(tx, ctx, keyEvent(after, key));
}
