import type { Context } from '../../src/context.ts';
import { deliverDestination } from '../../src/services/deliver/deliver-destination.ts';
import { openDesk } from '../../src/services/deliver/desk.ts';
import { relayOutbox } from '../../src/services/relay/relay-outbox.ts';

/** Does once, when told, what the workers' relay and deliveries would do for one destination. */
export function openHandWorker(ctx: Context) {
  const desk = openDesk(ctx);
  return {
    async send(destination: string): Promise<void> {
      await relayOutbox(ctx);
      await deliverDestination(desk, { destination, take: 'any' });
    },
    close: () => desk.close(),
  };
}
