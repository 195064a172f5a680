import type { Context } from '../../context.ts';
import { transact } from '../../db/database.ts';
import * as events from '../../db/events.ts';
import { findOnly, insertKey, lockKeys, type SigningKeyRow } from '../../db/signing-keys.ts';
import { DomainError, invalid } from '../../domain/errors.ts';
import { formatInstant, type Instant } from '../../domain/instant.ts';
import { DEFAULT_LEAD_MS, type KeyPurpose, refuseActivation } from '../../domain/signing-keys.ts';
import { permitWholeHouse } from '../permit.ts';
import { keyEvent } from './key-events.ts';
import { newKey } from './sealed-key.ts';

export interface Rotation {
  purpose: KeyPurpose;
  /** When the new key takes over; a day from now unless given. */
  activatesAt?: Instant | undefined;
  /** The field that says so, for the refusal of an instant that cannot be. */
  field?: string | undefined;
}

/**
 * Publishes a new key, which takes the place of the active one at its instant.
 *
 * @throws DomainError `not-permitted`, `invalid-request` for an instant too soon or too far,
 *   `signing-key-pending` while another one waits for its turn
 */
export async function rotateKey(
  ctx: Context,
  { purpose, activatesAt = ctx.now() + DEFAULT_LEAD_MS, field = 'activateAt' }: Rotation,
): Promise<SigningKeyRow> {
  permitWholeHouse(ctx.caller);
  const detail = refuseActivation(activatesAt, ctx.now());
  if (detail) throw invalid([{ pointer: `#/${field}`, code: 'not-possible', detail }]);
  return transact(ctx.db, async (tx) => {
    await lockKeys(tx);
    const waiting = await findOnly(tx, purpose, 'pending');
    if (waiting) throw pending(waiting);
    const made = await insertKey(tx, newKey(ctx, purpose, 'pending', activatesAt));
    await events.record(tx, ctx, keyEvent(made));
    ctx.keys.expectChange();
    return made;
  });
}

function pending({ kid, purpose, activates_at }: SigningKeyRow): DomainError {
  const activatesAt = formatInstant(activates_at);
  return new DomainError(
    'signing-key-pending',
    `The key ${kid} waits already, and takes over for the ${purpose} at ${activatesAt}.`,
    { facts: { kid, activatesAt } },
  );
}
