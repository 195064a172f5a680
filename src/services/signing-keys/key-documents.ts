import type { SigningKeyRow } from '../../db/signing-keys.ts';
import type { Instant } from '../../domain/instant.ts';
import type { KeyState } from '../../domain/signing-keys.ts';

/** Those by which something may have to be verified that still runs, or soon will. */
const PUBLISHED: readonly KeyState[] = ['pending', 'active', 'retired'];

/** The key set that licences and status lists are verified by (RFC 7517 section 5). */
export function keySetOf(rows: readonly SigningKeyRow[]): { keys: readonly object[] } {
  const published = rows.filter(
    ({ purpose, state }) => purpose === 'licence' && PUBLISHED.includes(state),
  );
  return { keys: published.map((row) => row.public_jwk) };
}

/**
 * Every key that ever was, as a JWK Set with members of ours: what each key is for, its state, and
 * the instants of its life as NumericDates (RFC 7519 section 2), as in tokens.
 */
export function archiveOf(rows: readonly SigningKeyRow[]): { keys: readonly object[] } {
  return { keys: rows.map(archivedKey) };
}

function archivedKey(row: SigningKeyRow): object {
  const instants = {
    published_at: row.published_at,
    activated_at: row.activated_at,
    retired_at: row.retired_at,
    archived_at: row.archived_at,
    compromised_at: row.compromised_at,
  };
  const told = Object.entries(instants).filter(([, instant]) => instant !== null);
  return {
    ...row.public_jwk,
    purpose: row.purpose,
    state: row.state,
    ...Object.fromEntries(told.map(([name, instant]) => [name, numericDate(instant ?? 0)])),
  };
}

/** Rounded up: no signature that was made in time may seem to be late. */
function numericDate(instant: Instant): number {
  return Math.ceil(instant / 1000);
}
