import type { Context } from '../src/context.ts';
import { relayOutbox } from '../src/services/relay/relay-outbox.ts';

/** Acts on all that committed changes left word of, and then has due work looked for. */
export async function relayAll(ctx: Context, raised: () => void): Promise<void> {
  let relayed: { rows: number; more: boolean };
  do {
    relayed = await relayOutbox(ctx);
    if (relayed.rows > 0) raised();
  } while (relayed.more);
}
