import type { LicenceClaims } from '../claims/claims.ts';
import type { Standing, StandingUnknown } from '../standing.ts';
import type { StatusToken } from './read-status-token.ts';
import { statusAt } from './read-statuses.ts';

/** What the values of a list mean (IETF Token Status List, section 7.1; 3 is ours). */
const STATES = ['active', 'revoked', 'suspended', 'superseded'] as const;

/** What a list says of a licence. Of a licence on another list it says nothing. */
export function standingOnList(
  { status }: Pick<LicenceClaims, 'status'>,
  list: StatusToken,
): Standing | StandingUnknown {
  const { idx, uri } = status.status_list;
  if (list.uri !== uri) return { unknown: 'The status list is another than the licence names.' };
  const value = statusAt(list.statuses, idx);
  if (value === undefined) return { unknown: 'The status list has no such place.' };
  const state = STATES[value];
  if (state === undefined)
    return { unknown: `The status list says ${value}, which means nothing.` };
  return { state, asOf: list.issuedAt };
}
