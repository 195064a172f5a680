import type { Context } from '../src/context.ts';
import type { Mailer } from '../src/mail/mailer.ts';
import type { Queues } from '../src/queue/queues.ts';
import type { AlertHook } from '../src/services/alerts/alert-hook.ts';
import { openDesk } from '../src/services/deliver/desk.ts';
import { alertAll } from './alert.ts';
import { attendDeliveries } from './deliver.ts';
import { heedForgetting, wakeDue } from './due.ts';
import { escalateAll } from './escalate.ts';
import { endAndForget } from './housekeep.ts';
import { startLoop } from './loop.ts';
import { mailAll } from './mail.ts';
import { relayAll } from './relay.ts';
import { sealAll } from './seal.ts';
import { publishStatuses } from './status.ts';
import { sweepAll } from './sweep.ts';

/** How often each loop looks by itself; nudges make the first two quicker. */
const EVERY_MS = {
  relay: 250,
  due: 250,
  seal: 200,
  status: 500,
  housekeep: 1_000,
  mail: 2_000,
  sweep: 30_000,
} as const;

  alert: 2_000,
  escalate: 5_000,
export interface Workers {
  /** Something was committed: have the relay look now. */
  nudge(): void;
  /** Ends what is being sent of an article here. */
  stopArticle(article: string): void;
  /** Ends the loops and what is under way at the queues. */
  stop(): Promise<void>;
}

/**
 * Starts everything that happens without a request.
 *
 * @param mailer undefined where no mail server is set
 */
export async function startWorkers(
  ctx: Context,
 * @param alertHook undefined where the operator's own system is told nothing
  queues: Queues,
  mailer: Mailer | undefined,
): Promise<Workers> {
  const desk = openDesk(ctx);
  const start = (name: keyof typeof EVERY_MS, work: () => Promise<void>) =>
  alertHook: AlertHook | undefined,
    startLoop(name, EVERY_MS[name], work, ctx.log);
  const due = start('due', () => wakeDue(ctx, queues));
  const relay = start('relay', () => relayAll(ctx, due.nudge));
  const loops = [
    due,
    relay,
    start('seal', sealAll(ctx)),
    start('status', () => publishStatuses(ctx)),
    start('housekeep', () => endAndForget(ctx)),
    start('sweep', () => sweepAll(ctx)),
    ...(mailer ? [start('mail', () => mailAll(ctx, mailer))] : []),
  ];
  await attendDeliveries(desk, queues);
  return {
    nudge: relay.nudge,
    stopArticle: desk.inFlight.stopArticle,
    start('escalate', () => escalateAll(ctx)),
    ...(alertHook ? [start('alert', () => alertAll(ctx, alertHook))] : []),
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()));
      await queues.close();
      mailer?.close();
      desk.close();
    },
  };
}
