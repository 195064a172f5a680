import { QUEUE_NAMES, type QueueName, type Queues, type WakeUp } from '../src/queue/queues.ts';
import { deliverDestination } from '../src/services/deliver/deliver-destination.ts';
import type { Desk } from '../src/services/deliver/desk.ts';
import { verifyDestination } from '../src/services/verify/verify-destination.ts';
import type { Turns } from './turns.ts';
import { wakeTogether } from './wake-together.ts';

/**
 * Destinations attended to at once, and under way at once: those that keep us waiting give their
 * places to others. So the places are for work of this process, of which more at once would only
 * make each slower, a kill too. Each kind of work has places that nothing else takes.
 */
const PLACES: Readonly<Record<QueueName, { places: number; underWay: number }>> = {
  urgent: { places: 100, underWay: 300 },
  deliver: { places: 20, underWay: 300 },
  slow: { places: 20, underWay: 200 },
  bulk: { places: 10, underWay: 20 },
  verify: { places: 20, underWay: 100 },
};

/** A look at pages that takes longer gives its place to others; deliveries know themselves. */
const LOOK_MS = 1_000;

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
        run: (letGo) => attend(desk, { name, wakeUp, letGo }, wakeAgain),
        again: () => wakeAgain(name, wakeUp),
      }),
    );
  }
}

interface Attended {
  name: QueueName;
  wakeUp: WakeUp;
  letGo: () => void;
}

async function attend(
  desk: Desk,
  attended: Attended,
  wakeAgain: ReturnType<typeof wakeTogether>,
): Promise<void> {
  const { name, wakeUp } = attended;
  const { destination } = wakeUp;
  const end = name === 'urgent' ? desk.precedence.begin() : () => {};
  try {
    if (await work(desk, attended)) await wakeAgain(name, wakeUp);
  } catch (error) {
    desk.ctx.log.error({ queue: name, destination, err: error }, 'attending failed');
  } finally {
    end();
  }
}

/** @returns whether there may be more to do */
function work(desk: Desk, { name, wakeUp, letGo }: Attended): Promise<boolean> {
  const { destination, urgent } = wakeUp;
  if (name === 'verify') {
    const late = setTimeout(letGo, LOOK_MS);
    return verifyDestination(desk.ctx, destination).finally(() => clearTimeout(late));
  }
  const take = urgent ? 'urgent' : TAKES[name];
  return deliverDestination(desk, { destination, take, onLong: letGo });
}
