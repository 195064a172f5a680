import type { Context } from '../src/context.ts';
import { QUEUE_NAMES, type QueueName, type Queues, type WakeUp } from '../src/queue/queues.ts';
import { deliverDestination } from '../src/services/deliver/deliver-destination.ts';
import type { Desk } from '../src/services/deliver/desk.ts';
import { verifyDestination } from '../src/services/verify/verify-destination.ts';
import type { Turns } from './turns.ts';
import { wakeTogether } from './wake-together.ts';
import type { Wake } from './wake-ups.ts';

/**
 * Destinations attended to at once, and under way at once: those that keep us waiting give their
 * places to others. So the places are for work of this process, of which more at once would only
 * make each slower, a kill too. Each kind of work has places that nothing else takes.
 */
const PLACES: Readonly<Record<QueueName, { places: number; underWay: number }>> = {
  urgent: { places: 100, underWay: 300 },
  deliver: { places: 40, underWay: 300 },
  slow: { places: 20, underWay: 200 },
  bulk: { places: 10, underWay: 20 },
  verify: { places: 20, underWay: 100 },
};

/** A look at pages that takes longer gives its place to others; deliveries know themselves. */
const LOOK_MS = 1_000;

/** What a wake-up has its destination claim: bulk only where it keeps nobody waiting. */
const TAKES = { urgent: 'urgent', deliver: 'prompt', slow: 'prompt', bulk: 'any' } as const;

/** Urgent turns begun by this process for what it found itself, beside those from the queue. */
const FOUND_PLACES = 200;

/** How this process attends to destinations. */
export interface Attendance {
  /** Has wake-ups taken from the queues. A destination that needs another turn goes behind the others. */
  open(): Promise<void>;
  /**
   * Begins, of what this process has found due, urgent work for which it has places: a kill waits
   * for no queue.
   *
   * @returns what it has no place for, or is no such work: that is for the queues
   */
  begin(found: readonly Wake[]): Wake[];
}

export function attendance(desk: Desk, queues: Queues, turns: Turns): Attendance {
  const wakeAgain = wakeTogether(queues.wake);
  let foundUnderWay = 0;

  function take(name: QueueName, wakeUp: WakeUp): Promise<void> {
    return turns.take({
      name: wakeUp.urgent ? `${name}-urgent` : name,
      destination: wakeUp.destination,
      most: PLACES[name].underWay,
      run: (letGo) => attend(desk, { name, wakeUp, letGo }, wakeAgain),
      again: () => wakeAgain(name, wakeUp),
    });
  }

  async function takeFound({ destination }: Wake): Promise<void> {
    foundUnderWay += 1;
    await take('urgent', { destination });
    foundUnderWay -= 1;
  }

  return {
    async open() {
      for (const name of QUEUE_NAMES) {
        await queues.attend(name, PLACES[name].places, (wakeUp) => take(name, wakeUp));
      }
    },
    begin(found) {
      const urgent = found.filter(({ queue }) => queue === 'urgent');
      const places = FOUND_PLACES - foundUnderWay;
      const begun = new Set(fromSomewhere(urgent, desk.ctx.random).slice(0, places));
      for (const wake of begun) void takeFound(wake);
      return found.filter((wake) => !begun.has(wake));
    },
  };
}

/** Several processes find the same at about the same time; each is to begin elsewhere. */
function fromSomewhere<Item>(items: readonly Item[], random: Context['random']): Item[] {
  const at = items.length === 0 ? 0 : random(4).readUInt32BE() % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
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
  // Whoever only waits keeps neither places nor other work from anybody.
  const letGo = () => {
    end();
    attended.letGo();
  };
  try {
    if (await work(desk, { name, wakeUp, letGo })) await wakeAgain(name, wakeUp);
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
