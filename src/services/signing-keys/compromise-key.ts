import type { Context } from '../../context.ts';
import { type Tx, transact } from '../../db/database.ts';
import { record } from '../../db/events.ts';
import {
  changeKey,
  findKey,
  findOnly,
  insertKey,
  leaveWordOfSigned,
  lockKeys,
  type SigningKeyRow,
} from '../../db/signing-keys.ts';
import { DomainError } from '../../domain/errors.ts';
import type { KeyPurpose } from '../../domain/signing-keys.ts';
import { permitWholeHouse } from '../permit.ts';
import { activateKey } from './activate-key.ts';
import { keyEvent } from './key-events.ts';
import { newKey } from './sealed-key.ts';
import { tellCompromise } from './tell-compromise.ts';

/**
 * Declares that somebody else may hold a key: from the commit on nothing that it signed is valid.
 *
 * If it was the active one another takes over at once: the pending one, which readers know
 * already, or else one made now. Licences in force that it signed get successors from the relay.
 * A second time changes nothing.
 *
 * @throws DomainError `signing-key-not-found`, `not-permitted`
 */
export async function compromiseKey(
  ctx: Context,
  { kid, reason }: { kid: string; reason: string },
): Promise<SigningKeyRow> {
  permitWholeHouse(ctx.caller);
  return transact(ctx.db, async (tx) => {
    await lockKeys(tx);
    const before = await findKey(tx, kid);
    if (!before) throw new DomainError('signing-key-not-found', `No key has the kid ${kid}.`);
    if (before.state === 'compromised') return before;
    const after = await changeKey(tx, kid, {
      state: 'compromised',
      compromised_at: new Date(ctx.now()),
      compromise_reason: reason,
      private_key: null,
    });
    await record(tx, ctx, keyEvent(after, before));
    if (before.state === 'active') await putInPlace(tx, ctx, before.purpose);
    await tellCompromise(tx, ctx, after);
    await leaveWordOfSigned(tx, { kid, requestId: ctx.caller.requestId });
    ctx.keys.expectChange();
    return after;
  });
}

/** Has another key sign at once. */
async function putInPlace(tx: Tx, ctx: Context, purpose: KeyPurpose): Promise<void> {
  const pending = await findOnly(tx, purpose, 'pending');
  if (pending) return activateKey(tx, ctx, pending);
  const made = await insertKey(tx, newKey(ctx, purpose, 'active', ctx.now()));
  await record(tx, ctx, keyEvent(made));
}
