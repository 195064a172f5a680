import { type Answer, done, type Outcome, REFUSALS } from './answer.ts';
import type { Delivery, Filed } from './delivery.ts';
import { readDelivery } from './read-delivery.ts';
import { judge, keysOf, type Signed } from './signature.ts';
import type { Kept, Store } from './store.ts';

/** The outlet's own system. A message that failed comes again: doing a thing twice must be as once. */
export interface Site {
  /**
   * Puts the text up, or in the place of what stands there under this placement.
   *
   * @param known what an earlier call returned
   * @returns what the outlet calls it and where readers find it
   */
  publish(delivery: Delivery, known: Filed | undefined): Promise<Filed>;
  /** Takes the text down; also when it is not there, or was never put up. */
  remove(delivery: Delivery, known: Filed | undefined): Promise<void>;
}

export interface ReceiverOptions {
  /**
   * The destination's secrets, `whsec_…`: the new one beside the old while one is replaced. As a
   * function it is asked for each message, so that a new one needs no restart.
   */
  secrets: readonly string[] | (() => readonly string[] | Promise<readonly string[]>);
  store: Store;
  site: Site;
  /** Told of what your own code threw; without it, Node warns on stderr. */
  onError?: (error: unknown) => void;
  /** Epoch milliseconds. */
  now?: () => number;
}

/** Takes the messages of one or several destinations. */
export interface Receiver {
  /** Never rejects: what fails here is answered so that the service tries again. */
  take(message: Signed): Promise<Answer>;
  onError(error: unknown): void;
}

/** @throws Error when secrets are given that cannot be any */
export function openReceiver(options: ReceiverOptions): Receiver {
  const { secrets, store, site, now = Date.now, onError = warn } = options;
  const given = typeof secrets === 'function' ? secrets : () => secrets;
  if (typeof secrets !== 'function') keysOf(secrets);
  return {
    onError,
    async take(message) {
      try {
        const judgement = judge(message, keysOf(await given()), now());
        if (judgement !== 'genuine') return REFUSALS[judgement];
        const delivery = readDelivery(message.body);
        if (!delivery) return REFUSALS.unreadable;
        return delivery.test ? done('sample') : await apply(delivery, store, site);
      } catch (error) {
        onError(error);
        return REFUSALS.failed;
      }
    },
  };
}

/** Applies a state that is newer than what is there; any other is answered with what is there. */
async function apply(delivery: Delivery, store: Store, site: Site): Promise<Answer> {
  let outcome: Outcome = 'ignored';
  let filed: Filed = {};
  await store.change(delivery.placement, async (kept) => {
    if (kept && delivery.seq <= kept.seq) {
      filed = kept.filed;
      return undefined;
    }
    outcome = 'applied';
    filed = await bring(delivery, kept, site);
    return keptOf(delivery, filed);
  });
  return done(outcome, filed);
}

async function bring(delivery: Delivery, kept: Kept | undefined, site: Site): Promise<Filed> {
  if (delivery.operation === 'upsert') return site.publish(delivery, kept?.filed);
  await site.remove(delivery, kept?.filed);
  return kept?.filed ?? {};
}

function keptOf({ seq, operation, article }: Delivery, { id, url }: Filed): Kept {
  const filed = { ...(id !== undefined && { id }), ...(url !== undefined && { url }) };
  return { seq, operation, article: article.id, version: article.version, filed };
}

function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error));
}
