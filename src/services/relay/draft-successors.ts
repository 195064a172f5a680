import type { Context } from '../../context.ts';
import type { LicenceRow } from '../../db/decisions.ts';
import type { FactsRow } from '../../db/request-facts.ts';
import type { Overtaken } from '../../db/successions.ts';
import * as terms from '../../db/terms.ts';
import { readTerms } from '../../domain/terms-document.ts';
import { readUse } from '../../domain/use.ts';
import { isEmptyInterval } from '../../domain/use-interval.ts';
import { draftLicence } from '../licences/draft-licence.ts';
import { opensAt } from '../licences/opens-at.ts';
import { successorFacts } from '../licences/successor-facts.ts';

export interface Drafts {
  issued: LicenceRow[];
  /** Those that end before a moved embargo, and so have no successor. */
  pointless: Overtaken[];
}

/**
 * Signs successors for licences that were overtaken: same terms and use.
 *
 * One that cannot be drafted, which is a bug, is told and left: it must not keep all others, and
 * every other change that the relay has in hand, waiting. The sweep has it tried again.
 */
export async function draftSuccessors(
  ctx: Context,
  overtaken: readonly Overtaken[],
): Promise<Drafts> {
  const facts = await successorFacts(ctx.db, overtaken);
  const versions = await terms.findVersions(ctx.db, overtaken);
  const drafts: Drafts = { issued: [], pointless: [] };
  for (const [i, one] of overtaken.entries()) {
    try {
      const draft = await draftSuccessor(ctx, one, facts[i], versions);
      if (draft) drafts.issued.push(draft);
      else drafts.pointless.push(one);
    } catch (error) {
      ctx.log.error({ err: error, licence: one.id }, 'a successor could not be drafted');
    }
  }
  return drafts;
}

async function draftSuccessor(
  ctx: Context,
  one: Overtaken,
  facts: FactsRow | undefined,
  versions: readonly terms.TermsVersion[],
): Promise<LicenceRow | undefined> {
  const kept = versions.find((v) => v.slug === one.terms_slug && v.version === one.terms_version);
  if (!facts || !kept) throw new Error(`what licence ${one.id} rests on was not read`);
  const { window } = readTerms(JSON.parse(kept.document));
  // The licence's own beginning may be an embargo that has moved since, to earlier too.
  const from = Math.max(one.asked_from, opensAt(window, facts, one.use.media) ?? 0);
  const use = { ...readUse(one.use), from };
  if (isEmptyInterval(use.from, use.until)) return undefined;
  return draftLicence(ctx.db, ctx, {
    facts,
    use,
    terms: kept,
    request: one.request,
    prev: one,
    renewedAt: one.renewed_at ?? undefined,
  });
}
