import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { memoryStore, nodeHandler, openReceiver, type Receiver } from '../../src/receiver/index.ts';
import { deliverDestination } from '../../src/services/deliver/deliver-destination.ts';
import { openDesk } from '../../src/services/deliver/desk.ts';
import { createDestination } from '../../src/services/destinations/save-destination.ts';
import type { TestService } from '../support/context.ts';
import { openPlacedStories } from '../support/placed-story.ts';
import { watchedSite } from './samples.ts';

/** A message as it came over the wire. */
export interface Caught {
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** What it was answered. */
  status: number;
}

/** An outlet whose system takes messages with our receiver, and a desk that sends them. */
export async function connect(service: TestService, clock: () => number = Date.now) {
  const stories = await openPlacedStories(service);
  const outlet = await stories.newsroom.outlet();
  const desk = openDesk({ ...service.ctx, now: clock });
  const secrets: string[] = [];
  const caught: Caught[] = [];
  const site = watchedSite();
  const receiver = openReceiver({ secrets: () => secrets, store: memoryStore(), site });
  const server = createServer(nodeHandler(catching(receiver, caught)));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/imprimatur`;
  const made = await createDestination(outlet.own, {
    ...{ outlet: outlet.id, channel: 'webhook', format: 'html', settings: { url } },
  });
  const secret = String(made.settings.secret);
  secrets.push(secret);
  return {
    ...{ stories, outlet, site, caught, secrets, secret, url, destination: made.id, receiver },
    /** Has the relay look, and sends what is due. */
    async send(): Promise<void> {
      await stories.relay();
      await deliverDestination(desk, { destination: made.id, take: 'any' });
    },
    async close(): Promise<void> {
      desk.close();
      server.close();
      server.closeAllConnections();
    },
  };
}

function catching(receiver: Receiver, caught: Caught[]): Receiver {
  return {
    ...receiver,
    async take(message) {
      const answer = await receiver.take(message);
      caught.push({ ...message, status: answer.status });
      return answer;
    },
  };
}
