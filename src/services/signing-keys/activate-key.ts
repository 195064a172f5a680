import type { Tx } from '../../db/database.ts';
import { type Recorder, recordAll } from '../../db/events.ts';
import { changeKey, findOnly, lastLicenceEnd, type SigningKeyRow } from '../../db/signing-keys.ts';
import { lastExpOf } from '../../domain/signing-keys.ts';
import { keyEvent } from './key-events.ts';

/**
 * Has a pending key sign from now on; the one that did until now retires.
 *
 * @param tx holds the lock on keys
 */
export async function activateKey(tx: Tx, by: Recorder, pending: SigningKeyRow): Promise<void> {
  const former = await findOnly(tx, pending.purpose, 'active');
  // First the one and then the other: never are two active.
  if (former) await retireKey(tx, by, former);
  const after = await changeKey(tx, pending.kid, {
    state: 'active',
    activated_at: new Date(by.now()),
  });
  await recordAll(tx, by, [keyEvent(after, pending)]);
}

async function retireKey(tx: Tx, by: Recorder, active: SigningKeyRow): Promise<void> {
  const now = by.now();
  const after = await changeKey(tx, active.kid, {
    state: 'retired',
    retired_at: new Date(now),
    last_exp: new Date(lastExpOf(now, await lastLicenceEnd(tx, active.kid))),
  });
  await recordAll(tx, by, [keyEvent(after, active)]);
}
