import type { Event } from '../../db/events.ts';
import type { SigningKeyRow } from '../../db/signing-keys.ts';
import { formatInstant } from '../../domain/instant.ts';
import type { KeyState } from '../../domain/signing-keys.ts';

const TYPES: Readonly<Record<KeyState, string>> = {
  pending: 'signing-key.published',
  active: 'signing-key.activated',
  retired: 'signing-key.retired',
  archived: 'signing-key.archived',
  compromised: 'signing-key.compromised',
};

/** The line of the record that tells what became of a key; never its private part. */
export function keyEvent(after: SigningKeyRow, before?: Pick<SigningKeyRow, 'state'>): Event {
  return {
    type: before?.state === after.state ? 'signing-key.prolonged' : TYPES[after.state],
    subject: { kind: 'signing-key', id: after.kid },
    ...(before && { before: { state: before.state } }),
    after: {
      state: after.state,
      purpose: after.purpose,
      ...(!before && { jwk: after.public_jwk }),
      ...(after.state === 'pending' && { activatesAt: formatInstant(after.activates_at) }),
      ...(after.last_exp !== null && { lastExp: formatInstant(after.last_exp) }),
      ...(after.compromise_reason !== null && { reason: after.compromise_reason }),
    },
  };
}
