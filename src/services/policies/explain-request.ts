import type { Context } from '../../context.ts';
import * as outlets from '../../db/outlets.ts';
import { findAllSubjects, type SubjectKey } from '../../db/subject-facts.ts';
import { rightsExclude, rightsForbid, rightsRefer } from '../../domain/article-rights.ts';
import { wholeAsk } from '../../domain/covered.ts';
import { holdBounds } from '../../domain/policy.ts';
import { examine } from '../../domain/rule.ts';
import { outletNotFound } from '../outlets.ts';
import { permitPublication } from '../permit.ts';
import { coveredDecision } from '../requests/draw-up.ts';
import { termsVersion } from '../requests/offered-terms.ts';
import type { RequestReprint } from '../requests/request-reprint.ts';
import { rule } from '../requests/ruling.ts';
import { readStanding } from '../requests/standing.ts';
import { subjectNotFound } from '../requests/subject-not-found.ts';

export type ExplainRequest = RequestReprint & { outlet: string };

/**
 * Says how a request would be answered now, and why: what the article's rights, each rule with
 * each of its conditions, the terms and what is counted say of it. Nothing is written.
 *
 * @throws DomainError `outlet-not-found`, `article-not-found`, `publication-not-found` for a feed,
 *   `not-permitted`
 */
export async function explainRequest(ctx: Context, { outlet, use, ...asked }: ExplainRequest) {
  const { articleId: article = null, feed = null } = asked;
  const [row] = await findAllSubjects(ctx.db, [{ article, feed, outlet }], false);
  if (!row) throw await missing(ctx, { article, feed, outlet });
  permitPublication(ctx.caller, row.publicationSlug);
  const now = ctx.now();
  const { facts, policy, decision, terms, covering } = rule(now, row, use);
  const standing = await readStanding(ctx.db, row, {
    ...{ now, terms },
    use: decision.granted ?? wholeAsk(facts),
  });
  return {
    row,
    covering,
    standing,
    policy,
    terms:
      decision.granted || decision.termsSlug ? termsVersion(row.terms, decision.termsSlug) : null,
    offered: terms,
    decision:
      covering === null
        ? holdBounds(decision, policy?.quota, terms, standing)
        : coveredDecision(decision, covering),
    rights: [...rightsForbid(facts), ...rightsExclude(facts), ...rightsRefer(facts)],
    rules: (policy?.rules ?? []).map((one) => examine(one, facts)),
  };
}

async function missing(ctx: Context, { outlet, ...named }: SubjectKey) {
  return (await outlets.find(ctx.db, outlet)) ? subjectNotFound(named) : outletNotFound(outlet);
}
