import type { Lingering } from '../../db/placements/escalation.ts';
import { formatInstant } from '../../domain/instant.ts';
import { foundOf } from './found-of.ts';

/** How the operator's system knows this alert from others. */
export const ALERT = { kind: 'kill.unconfirmed' } as const;

/** What the operator's system is told of a story whose copies are not known to be gone. */
export function alertOf(copies: readonly [Lingering, ...Lingering[]], publicUrl: string) {
  const [{ article, headline, reason }] = copies;
  return {
    type: ALERT.kind,
    article: { id: article, headline },
    reason,
    board: `${publicUrl}/v1/kills/${article}`,
    placements: copies.map((copy) => ({
      placement: copy.id,
      outlet: { id: copy.outlet, name: copy.outletName },
      destination: copy.destination,
      state: copy.isTold ? 'unconfirmed' : 'unreachable',
      since: formatInstant(copy.raisedAt),
      ref: copy.remoteRef,
      found: foundOf(copy),
    })),
  };
}
