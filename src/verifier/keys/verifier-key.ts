/** Where a signing key is in its life. */
export const KEY_STATES = ['pending', 'active', 'retired', 'archived', 'compromised'] as const;

export type KeyState = (typeof KEY_STATES)[number];

/** A public key as it stands in a JWKS or in the archive (RFC 7517). */
export interface VerifierKey {
  jwk: Readonly<Record<string, unknown>>;
  state: KeyState;
  /** When it ceased to sign, in epoch milliseconds; later signatures are refused. */
  retiredAt?: number | undefined;
  /** Since when somebody else may hold it, in epoch milliseconds, where that is known. */
  compromisedAt?: number | undefined;
}
