import type { KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { Instant } from '../../domain/instant.ts';
import type { StatusEntry } from '../../domain/licence-status.ts';
import { ALGORITHM, STATUS_LIST_TYP } from '../../verifier/index.ts';
import { LIST_BITS, LIST_LIFETIME_SECONDS, LIST_SIZE, LIST_TTL_SECONDS } from './list-shape.ts';
import { compressStatuses, packStatuses } from './pack-statuses.ts';

/**
 * Signs what a list says from now on (Token Status List, section 5.1).
 *
 * @param list.uri `sub`, equal to `status.status_list.uri` of the licences on it
 * @param list.entries what is not named is valid
 */
export function signStatusList(
  list: { uri: string; at: Instant; entries: Iterable<StatusEntry> },
  key: { kid: string; privateKey: KeyObject },
): string {
  const iat = Math.floor(list.at / 1000);
  const claims = {
    sub: list.uri,
    iat,
    exp: iat + LIST_LIFETIME_SECONDS,
    ttl: LIST_TTL_SECONDS,
    status_list: {
      bits: LIST_BITS,
      lst: compressStatuses(packStatuses(LIST_BITS, LIST_SIZE, list.entries)),
    },
  };
  return jwt.sign(claims, key.privateKey, {
    algorithm: ALGORITHM,
    header: { typ: STATUS_LIST_TYP, alg: ALGORITHM, kid: key.kid },
  });
}
