import type { Licence } from '../../db/licences.ts';
import { DomainError } from '../../domain/errors.ts';
import type { LicenceState } from '../../domain/licence-life.ts';

/** @param state the one in which nothing more can be done; not yet its own if that is ordered */
export function licenceEnded(licence: Licence, state: LicenceState = licence.state): DomainError {
  const { id, successor } = licence;
  const next = successor ? ` Its successor is ${successor}.` : '';
  const detail =
    state === licence.state
      ? `Licence ${id} is already ${state}.${next}`
      : `Licence ${id} will have been revoked by then. Reinstate it to take that back.`;
  return new DomainError('licence-ended', detail, {
    facts: { state: licence.state, ...(successor && { successor }) },
  });
}

export function notInForce(id: string): DomainError {
  const detail = `Licence ${id} is suspended. Reinstate it first.`;
  return new DomainError('licence-not-in-force', detail);
}

export function outletSuspended(): DomainError {
  return new DomainError('outlet-suspended', 'The outlet is suspended, and so are its licences.');
}

export function notSuspended(id: string): DomainError {
  return new DomainError('licence-not-suspended', `Licence ${id} is in force and not suspended.`);
}
