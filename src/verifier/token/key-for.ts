import type { JsonObject } from '../json-object.ts';
import type { KeyRing, RingKey } from '../keys/key-ring.ts';
import { type Refusal, refuse } from '../verdict.ts';
import { ALGORITHM } from './media-types.ts';

/**
 * Reads what the header may say: the type, the algorithm, nothing critical, a key we know. A key
 * that the token brings along (`jwk`, `jku`, `x5c`) is never looked at (RFC 8725 section 3.10).
 */
export function keyFor(header: JsonObject, typ: string, ring: KeyRing): RingKey | Refusal {
  if (header.typ !== typ) return refuse('wrong-type', `The "typ" has to be ${typ}.`);
  if (header.alg !== ALGORITHM) {
    return refuse('algorithm-refused', `Only the algorithm ${ALGORITHM} is taken.`);
  }
  if (Object.hasOwn(header, 'crit')) {
    return refuse('critical-header', 'The token demands an extension that is not known.');
  }
  if (typeof header.kid !== 'string') return refuse('unknown-key', 'The token names no key.');
  return ring.keys.get(header.kid) ?? unknownKey(ring.left.get(header.kid));
}

function unknownKey(why: string | undefined): Refusal {
  return refuse(
    'unknown-key',
    why ? `The key is not taken. ${why}` : 'No key of this issuer is called as the "kid" says.',
  );
}
