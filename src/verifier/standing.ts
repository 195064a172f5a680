import type { LicenceClaims } from './claims/claims.ts';
import { type Refusal, refuse } from './verdict.ts';

export const LICENCE_STATES = ['active', 'suspended', 'superseded', 'revoked', 'expired'] as const;

/** What is known of a licence beside its token. */
export interface Standing {
  state: (typeof LICENCE_STATES)[number];
  /** Whether the article in question was killed, or is withheld. */
  articleKilled?: boolean | undefined;
  /** Whether a feed covers the article in question; absent: not known, or none was named. */
  articleCovered?: boolean | undefined;
  outletSuspended?: boolean | undefined;
  /** The id of the licence that replaces this one. */
  successor?: string | null | undefined;
  /** The instant for which this is known, in epoch milliseconds; absent: the one asked about. */
  asOf?: number | undefined;
}

/** Why nothing is known of a licence's standing. */
export interface StandingUnknown {
  /** A sentence for people. */
  unknown: string;
}

/** The instant asked about, and the article that is being reprinted, where it was named. */
export interface StandingQuestion {
  /** Epoch milliseconds. */
  now: number;
  articleId?: string | undefined;
}

/** Where the standing of a genuine licence is looked up. What it throws is answered as unknown. */
export type StandingSource = (
  claims: LicenceClaims,
  question: StandingQuestion,
) => Promise<Standing | StandingUnknown> | Standing | StandingUnknown;

/**
 * What the standing of a licence forbids.
 *
 * A kill revokes the licences of its article a moment later; both moments answer `article-killed`.
 */
export function refuseStanding(standing: Standing | StandingUnknown): Refusal | undefined {
  if ('unknown' in standing) return refuse('status-unknown', standing.unknown);
  const { state, successor } = standing;
  if (state === 'superseded') return superseded(successor ?? undefined);
  if (standing.articleKilled) {
    return refuse('article-killed', 'The article was taken back and must be removed everywhere.');
  }
  if (state === 'revoked') return refuse('revoked', 'The licence was revoked.');
  if (state === 'expired') return refuse('expired', 'The licence has ended.');
  if (standing.outletSuspended) {
    return refuse('outlet-suspended', 'The outlet is suspended, and so are its licences.');
  }
  if (state === 'suspended') return refuse('suspended', 'The licence is suspended.');
  if (standing.articleCovered === false) {
    return refuse('claims-invalid', 'The licence is for a feed that does not hold this article.');
  }
  return undefined;
}

function superseded(successor: string | undefined): Refusal {
  const refusal = refuse('superseded', 'Another licence has taken the place of this one.');
  return successor === undefined ? refusal : { ...refusal, successor };
}

/** Asks a source; one that fails, or is not there, leaves the standing unknown. */
export async function askStanding(
  claims: LicenceClaims,
  {
    standing: source,
    now,
    articleId,
  }: StandingQuestion & { standing?: StandingSource | 'skip' | undefined },
): Promise<Standing | StandingUnknown> {
  if (source === 'skip') return { state: 'active' };
  if (source === undefined) return { unknown: 'The token is genuine; its status was not asked.' };
  try {
    return await source(claims, { now, articleId });
  } catch {
    return { unknown: 'The token is genuine, but its status could not be asked.' };
  }
}

/** The instant for which the standing is known, where it is not the one asked about. */
export function asOfStanding(standing: Standing | StandingUnknown): number | undefined {
  return 'unknown' in standing ? undefined : standing.asOf;
}
