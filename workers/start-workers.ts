import type { Context } from '../src/context.ts';
import type { Queues } from '../src/queue/queues.ts';
import { openDesk } from '../src/services/deliver/desk.ts';
import { attendDeliveries } from './deliver.ts';
import { wakeDue } from './due.ts';
import { endAndForget } from './housekeep.ts';
import { startLoop } from './loop.ts';
import { relayAll } from './relay.ts';
import { sweepAll } from './sweep.ts';

/** How often each loop looks by itself; nudges make the first two quicker. */
const EVERY_MS = { relay: 250, due: 250, housekeep: 1_000, sweep: 30_000 } as const;

export interface Workers {
  /** Something was committed: have the relay look now. */
  nudge(): void;
  /** Ends the loops and what is under way at the queues. */
  stop(): Promise<void>;
}

/** Starts everything that happens without a request. */
export async function startWorkers(ctx: Context, queues: Queues): Promise<Workers> {
  const desk = openDesk(ctx);
  const due = startLoop('due', EVERY_MS.due, () => wakeDue(ctx, queues), ctx.log);
  const relay = startLoop('relay', EVERY_MS.relay, () => relayAll(ctx, due.nudge), ctx.log);
  const housekeep = startLoop('housekeep', EVERY_MS.housekeep, () => endAndForget(ctx), ctx.log);
  const sweep = startLoop('sweep', EVERY_MS.sweep, () => sweepAll(ctx), ctx.log);
  await attendDeliveries(desk, queues);
  return {
    nudge: relay.nudge,
    async stop() {
      await Promise.all([relay.stop(), due.stop(), housekeep.stop(), sweep.stop()]);
      await queues.close();
      desk.close();
    },
  };
}
