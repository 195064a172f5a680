import { QUEUE_NAMES, type QueueName, type Queues, type WakeUp } from '../src/queue/queues.ts';
import { deliverDestination } from '../src/services/deliver/deliver-destination.ts';
import type { Desk } from '../src/services/deliver/desk.ts';
import { verifyDestination } from '../src/services/verify/verify-destination.ts';
import type { Turns } from './turns.ts';
import { wakeTogether } from './wake-together.ts';

/**
 * Destinations attended to at once, and under way at once: those that take long give their places
 * to others. Each kind of work has places that nothing else takes.
 */
const PLACES: Readonly<Record<QueueName, { places: number; underWay: number }>> = {
  urgent: { places: 50, underWay: 300 },
  deliver: { places: 50, underWay: 300 },
  slow: { places: 50, underWay: 200 },
  bulk: { places: 10, underWay: 20 },
  verify: { places: 20, underWay: 100 },
};

/** What a wake-up has its destination claim: bulk only where it keeps nobody waiting. */
const TAKES = { urgent: 'urgent', deliver: 'prompt', slow: 'prompt', bulk: 'any' } as const;

/** Has each wake-up attended to. A destination that needs another turn goes behind the others. */
export async function attendDeliveries(desk: Desk, queues: Queues, turns: Turns): Promise<void> {
  const wakeAgain = wakeTogether(queues.wake);
  for (const name of QUEUE_NAMES) {
    const { places, underWay } = PLACES[name];
    await queues.attend(name, places, (wakeUp) =>
      turns.take({
        name: wakeUp.urgent ? `${name}-urgent` : name,
        destination: wakeUp.destination,
        most: underWay,
        run: () => attend(desk, name, wakeUp, wakeAgain),
        again: () => wakeAgain(name, wakeUp),
      }),
    );
  }
}

async function attend(
  desk: Desk,
  name: QueueName,
  wakeUp: WakeUp,
  wakeAgain: ReturnType<typeof wakeTogether>,
): Promise<void> {
  const { destination } = wakeUp;
  const end = name === 'urgent' ? desk.precedence.begin() : () => {};
  try {
    if (await work(desk, name, wakeUp)) await wakeAgain(name, wakeUp);
  } catch (error) {
    desk.ctx.log.error({ queue: name, destination, err: error }, 'attending failed');
  } finally {
    end();
  }
}

/** @returns whether there may be more to do */
function work(desk: Desk, name: QueueName, { destination, urgent }: WakeUp): Promise<boolean> {
  if (name === 'verify') return verifyDestination(desk.ctx, destination);
  return deliverDestination(desk, destination, urgent ? 'urgent' : TAKES[name]);
}
