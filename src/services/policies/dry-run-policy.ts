import type { Context } from '../../context.ts';
import { countGranted } from '../../db/policies.ts';
import * as requests from '../../db/requests.ts';
import { findAllSubjects } from '../../db/subject-facts.ts';
import type { TermsVersion } from '../../db/terms.ts';
import { invalid } from '../../domain/errors.ts';
import type { Policy } from '../../domain/policy.ts';
import { readPublication } from '../publications/read-publications.ts';
import { policyFaults } from './policy-faults.ts';
import { readPolicyTerms } from './policy-terms.ts';
import { type Replayed, replayRequest, type Tally } from './replay-request.ts';

/** So many are judged in one go; in between others are served. */
const BATCH = 50;

export interface DryRun {
  slug: string;
  policy: Policy;
  /** How many requests, from the newest back. */
  last: number;
}

/**
 * Says what a policy would have answered to the last requests of a publication, oldest first. The
 * articles and outlets are taken as they are now, the time as it was, and licences are counted as
 * the policy would have granted them. Nothing is written.
 *
 * @throws DomainError `publication-not-found`, `not-permitted`, `invalid-request`
 */
export async function dryRunPolicy(
  ctx: Context,
  { slug, policy, last }: DryRun,
): Promise<Replayed[]> {
  const { id, time_zone: timeZone } = await readPublication(ctx, slug);
  const terms = await readPolicyTerms(ctx.db, policy);
  const faults = await policyFaults(ctx.db, policy, terms, '#/policy');
  if (faults.length > 0) throw invalid(faults);

  const asked = await requests.listLast(ctx.db, id, last);
  const tally = await tallyBefore(ctx, { publication: id, timeZone }, asked);
  const replayed: Replayed[] = [];
  for (let i = 0; i < asked.length; i += BATCH) {
    const batch = asked.slice(i, i + BATCH);
    replayed.push(...(await replay(ctx, batch, { policy, terms, tally })));
  }
  return replayed;
}

/** What was granted beside the requests that are replayed. */
async function tallyBefore(
  ctx: Context,
  of: { publication: string; timeZone: string },
  asked: readonly requests.Request[],
): Promise<Tally> {
  const since = asked[0]?.created_at ?? ctx.now();
  const except = asked.map(({ id }) => id);
  const counts = await countGranted(ctx.db, { ...of, except, since });
  return new Map(counts.map((row) => [`${row.outlet} ${row.month}`, row.granted]));
}

async function replay(
  ctx: Context,
  batch: readonly requests.Request[],
  draft: { policy: Policy; terms: TermsVersion[]; tally: Tally },
): Promise<Replayed[]> {
  const rows = await findAllSubjects(ctx.db, batch, false);
  return batch.map((request, i) => {
    const row = rows[i];
    if (!row) throw new Error(`what request ${request.id} is about was not read`);
    return replayRequest(request, row, draft);
  });
}
