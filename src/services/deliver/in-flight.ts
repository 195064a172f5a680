import type { Claim } from '../../db/placements/claim.ts';

interface Sending {
  claim: Claim;
  controller: AbortController;
}

/** The sends of one process that are under way and may be ended. */
export interface InFlight {
  run<Result>(claim: Claim, send: (signal: AbortSignal) => Promise<Result>): Promise<Result>;
  /** Ends what sends text of this article; withdrawals go on. */
  stopArticle(article: string): void;
  /** Ends what is sent under a lease that was lost: another worker may be sending by now. */
  stopLease(token: string): void;
  /** Ends whatever is being sent, because the process ends. */
  stopAll(): void;
}

export function createInFlight(): InFlight {
  const sendings = new Set<Sending>();
  const stop = (which: (claim: Claim) => boolean) => {
    for (const { claim, controller } of sendings) if (which(claim)) controller.abort();
  };
  return {
    async run(claim, send) {
      const sending = { claim, controller: new AbortController() };
      sendings.add(sending);
      try {
        return await send(sending.controller.signal);
      } finally {
        sendings.delete(sending);
      }
    },
    stopArticle: (article) =>
      stop((claim) => claim.article === article && claim.operation === 'upsert'),
    stopLease: (token) => stop((claim) => claim.token === token),
    stopAll: () => stop(() => true),
  };
}
