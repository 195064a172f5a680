import { isJsonObject, type JsonObject } from '../json-object.ts';
import { KEY_STATES, type KeyState, type VerifierKey } from './verifier-key.ts';

/**
 * Reads a JWK Set (RFC 7517 section 5), or the archive of keys, which is one with `state`,
 * `retired_at` and `compromised_at` (NumericDates) beside each key. A plain set's keys are active.
 *
 * @returns what is there, unchecked; `openKeyRing` checks it. Undefined for what is no key set
 */
export function readKeySet(document: unknown): VerifierKey[] | undefined {
  const keys = isJsonObject(document) ? document.keys : undefined;
  return Array.isArray(keys) && keys.every(isJsonObject) ? keys.map(readKey) : undefined;
}

function readKey(jwk: JsonObject): VerifierKey {
  return {
    jwk,
    state: stateOf(jwk.state),
    retiredAt: instantOf(jwk.retired_at),
    compromisedAt: instantOf(jwk.compromised_at),
  };
}

/** A state that is not known is the worst: no one can say what it would have meant. */
function stateOf(state: unknown): KeyState {
  if (state === undefined) return 'active';
  return KEY_STATES.find((known) => known === state) ?? 'compromised';
}

function instantOf(seconds: unknown): number | undefined {
  return typeof seconds === 'number' && Number.isFinite(seconds) ? seconds * 1000 : undefined;
}
