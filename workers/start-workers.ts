import type { Context } from '../src/context.ts';
import type { Mailer } from '../src/mail/mailer.ts';
import type { Queues } from '../src/queue/queues.ts';
import type { AlertHook } from '../src/services/alerts/alert-hook.ts';
import { openDesk } from '../src/services/deliver/desk.ts';
import { alertAll } from './alert.ts';
import { attendance } from './deliver.ts';
import { heedForgetting, wakeDue } from './due.ts';
import { escalateAll } from './escalate.ts';
import { endAndForget } from './housekeep.ts';
import { tellLetters } from './letters.ts';
import { startLoop } from './loop.ts';
import { mailAll } from './mail.ts';
import { relayAll } from './relay.ts';
import { sealAll } from './seal.ts';
import { publishStatuses } from './status.ts';
import { sweepAll } from './sweep.ts';
import { openTurns } from './turns.ts';
import { wakeMemory } from './wake-memory.ts';

/** How often each loop looks by itself; nudges make the first two quicker. */
const EVERY_MS = {
  relay: 250,
  due: 250,
  seal: 200,
  status: 500,
  memory: 1_000,
  housekeep: 1_000,
  mail: 2_000,
  alert: 2_000,
  escalate: 5_000,
  sweep: 30_000,
  letters: 60_000,
} as const;

/** How long a stop waits for what is being sent, and then for what it was ended for. */
const END_WITHIN_MS = 10_000;
const CLOSE_WITHIN_MS = 5_000;

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
 * @param alertHook undefined where the operator's own system is told nothing
 */
export async function startWorkers(
  ctx: Context,
  queues: Queues,
  mailer: Mailer | undefined,
  alertHook: AlertHook | undefined,
): Promise<Workers> {
  const desk = openDesk(ctx);
  const turns = openTurns();
  const { open, begin } = attendance(desk, queues, turns);
  const woken = wakeMemory();
  const start = (name: keyof typeof EVERY_MS, work: () => Promise<void>) =>
    startLoop(name, EVERY_MS[name], work, ctx.log);
  const due = start('due', () => wakeDue(ctx, queues, { memory: woken, begin }));
  const relay = start('relay', () => relayAll(ctx, due.nudge));
  const loops = [
    due,
    relay,
    start('memory', () => heedForgetting(ctx, queues, woken, due.nudge)),
    start('seal', sealAll(ctx)),
    start('status', () => publishStatuses(ctx)),
    start('housekeep', () => endAndForget(ctx)),
    start('sweep', () => sweepAll(ctx)),
    start('letters', () => tellLetters(ctx)),
    start('escalate', () => escalateAll(ctx)),
    ...(alertHook ? [start('alert', () => alertAll(ctx, alertHook))] : []),
    ...(mailer ? [start('mail', () => mailAll(ctx, mailer))] : []),
  ];
  await open();
  return {
    nudge: relay.nudge,
    stopArticle(article) {
      desk.inFlight.stopArticle(article);
      // For a second this process begins only what is urgent, which is looked for now.
      desk.precedence.begin();
      due.nudge();
    },
    async stop() {
      const ending = turns.end(END_WITHIN_MS);
      await Promise.all(loops.map((loop) => loop.stop()));
      await queues.close(CLOSE_WITHIN_MS);
      await ending;
      // What still is sent is ended and put down, so that another worker need not wait for its lease.
      desk.inFlight.stopAll();
      await turns.end(CLOSE_WITHIN_MS);
      mailer?.close();
      desk.close();
    },
  };
}
