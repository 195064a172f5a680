import type { z } from 'zod';
import { formatInstant } from '../../domain/instant.ts';
import type { dryRunPolicy } from '../../services/policies/dry-run-policy.ts';
import type { DryRunReply } from '../schemas/dry-run.ts';
import { feedReply } from './licence.ts';

type Replayed = Awaited<ReturnType<typeof dryRunPolicy>>;
type Shown = z.input<typeof DryRunReply>;

const OUTCOMES = ['granted', 'refused', 'pending'] as const;

/** A dry run as it is answered. */
export function dryRunReply(replayed: Replayed): Shown {
  return {
    looked: replayed.length,
    changed: replayed.filter(({ was, wouldBe }) => was !== wouldBe).length,
    counts: countsOf(replayed),
    requests: replayed.map(({ request, was, wasReasons, wouldBe, reasons }) => ({
      id: request.id,
      outlet: request.outlet,
      ...(request.article !== null && { articleId: request.article }),
      ...(request.feed && { feed: feedReply(request.feed) }),
      createdAt: formatInstant(request.created_at),
      policyVersion: request.policy_version,
      ...{ was, wasReasons, wouldBe, reasons },
    })),
  };
}

function countsOf(replayed: Replayed): Shown['counts'] {
  const pairs = OUTCOMES.flatMap((was) => OUTCOMES.map((wouldBe) => ({ was, wouldBe })));
  const counted = pairs.map((pair) => ({
    ...pair,
    requests: replayed.filter((one) => one.was === pair.was && one.wouldBe === pair.wouldBe).length,
  }));
  return counted.filter(({ requests }) => requests > 0);
}
