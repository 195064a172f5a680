import type { KeyObject } from 'node:crypto';
import { LICENCE_ALGORITHM, LICENCE_TYP } from '../licence-token.ts';
import { turnDown, type Verdict } from './verdict.ts';

/**
 * Reads what the header may say: the type, the algorithm, nothing critical, a key we know. A key
 * that the token brings along (`jwk`, `jku`, `x5c`) is never looked at (RFC 8725 section 3.10).
 */
export function keyFor(
  header: Record<string, unknown>,
  keys: ReadonlyMap<string, KeyObject>,
): KeyObject | Verdict {
  if (header.typ !== LICENCE_TYP) {
    return turnDown('wrong-type', `The "typ" of a licence is ${LICENCE_TYP}.`);
  }
  if (header.alg !== LICENCE_ALGORITHM) {
    return turnDown('algorithm-refused', `Licences are signed with ${LICENCE_ALGORITHM} only.`);
  }
  if (Object.hasOwn(header, 'crit')) {
    return turnDown('critical-header', 'The token demands an extension that no licence has.');
  }
  const key = typeof header.kid === 'string' ? keys.get(header.kid) : undefined;
  return key ?? turnDown('unknown-key', 'No key of this issuer is called as the "kid" says.');
}
