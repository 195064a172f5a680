import type { LicenceClaims } from '../../domain/claims.ts';
import { turnDown, type Verdict } from './verdict.ts';

/** What the record says of a licence today. */
export interface Standing {
  state: 'active' | 'suspended' | 'superseded' | 'revoked' | 'expired';
  /** The id of the licence that replaces this one. */
  successor?: string | null;
  articleKilled: boolean;
}

/**
 * Completes the verification of a genuine token with what the record says.
 *
 * A kill revokes the licences of its article a moment later; both moments answer `article-killed`.
 *
 * @param standing undefined when the record does not know the licence, or cannot be asked: such
 *   a licence is never called valid
 */
export function verifyStanding(claims: LicenceClaims, standing: Standing | undefined): Verdict {
  const refusal = refuseStanding(standing);
  if (refusal) return { ...refusal, claims };
  return { valid: true, code: 'valid', reason: 'The licence is genuine and in force.', claims };
}

function refuseStanding(standing: Standing | undefined): Verdict | undefined {
  if (!standing) {
    return turnDown('status-unknown', 'The token is genuine, but the record does not know it.');
  }
  if (standing.state === 'superseded') return superseded(standing.successor ?? undefined);
  if (standing.articleKilled) {
    return turnDown('article-killed', 'The article was killed and must be removed everywhere.');
  }
  if (standing.state === 'revoked') return turnDown('revoked', 'The licence was revoked.');
  if (standing.state === 'suspended') return turnDown('suspended', 'The licence is suspended.');
  if (standing.state === 'expired') return turnDown('expired', 'The licence has ended.');
  return undefined;
}

function superseded(successor: string | undefined): Verdict {
  const verdict = turnDown('superseded', 'Another licence has taken the place of this one.');
  return successor === undefined ? verdict : { ...verdict, successor };
}
