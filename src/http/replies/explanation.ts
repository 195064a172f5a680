import type { z } from 'zod';
import { formatInstant } from '../../domain/instant.ts';
import { writeUse } from '../../domain/use.ts';
import { termsUri } from '../../services/licences/uris.ts';
import type { explainRequest } from '../../services/policies/explain-request.ts';
import type { ExplainReply } from '../schemas/explanation.ts';

type Explained = Awaited<ReturnType<typeof explainRequest>>;
type Shown = z.input<typeof ExplainReply>;

/** An explanation as it is answered. */
export function explanationReply(explained: Explained, publicUrl: string): Shown {
  const { decision, row, terms } = explained;
  return {
    outcome: decision.outcome,
    reasons: decision.reasons,
    coveredBy: explained.covering,
    rights: rightsOf(explained),
    policyVersion: row.policyVersion,
    rules: explained.rules,
    faults: decision.faults,
    terms: terms && {
      uri: termsUri(publicUrl, terms.slug, terms.version),
      ...{ slug: terms.slug, version: terms.version },
    },
    granted: decision.granted && writeUse(decision.granted),
    ...boundsOf(explained),
  };
}

function rightsOf({ row, rights }: Explained): Shown['rights'] {
  if (row.feed) return { says: rights };
  const { reprint, excludeTerritories } = row.rights;
  const { state, embargoUntil } = row;
  const lifts = embargoUntil === null ? null : formatInstant(embargoUntil);
  return { state, reprint, excludeTerritories, embargoUntil: lifts, says: rights };
}

function boundsOf({ policy, offered, standing }: Explained) {
  const { month, granted } = standing;
  return {
    quota: policy?.quota ? { ...policy.quota, month, granted } : null,
    live: { most: offered.limits.liveAtOnce, now: standing.live },
    exclusivity: {
      claims: offered.exclusivity,
      collisions: standing.collisions.map((one) => ({ ...one, until: formatInstant(one.until) })),
    },
  };
}
