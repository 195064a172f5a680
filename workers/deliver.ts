import type { QueueName, Queues, WakeUp } from '../src/queue/queues.ts';
import { deliverDestination } from '../src/services/deliver/deliver-destination.ts';
import type { Desk } from '../src/services/deliver/desk.ts';

/** Destinations attended to at once; kills and corrections have places that nothing else takes. */
const CONCURRENCY: Readonly<Record<QueueName, number>> = { urgent: 20, deliver: 50 };

/** Has each wake-up attended to. A destination that needs another turn goes behind the others. */
export async function attendDeliveries(desk: Desk, queues: Queues): Promise<void> {
  const attend = (name: QueueName) => async (wakeUp: WakeUp) => {
    const more = await deliverDestination(desk, wakeUp.destination, name === 'urgent' ? 'urgent' : 'any');
    // Should this fail, what is due is found by the next look.
    if (more) await queues.wake(name, [wakeUp.destination]).catch(() => {});
  };
  await queues.attend('urgent', CONCURRENCY.urgent, attend('urgent'));
  await queues.attend('deliver', CONCURRENCY.deliver, attend('deliver'));
}
