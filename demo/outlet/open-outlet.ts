import { once } from 'node:events';
import { createServer } from 'node:http';
import {
  type Delivery,
  memoryStore,
  nodeHandler,
  openReceiver,
  type Receiver,
  type Signed,
  type Site,
} from '../../src/receiver/index.ts';

/** One message as it came over the wire. */
export interface Received {
  headers: Record<string, string>;
  body: string;
  message: Delivery;
}

/** A stand-in for an outlet's own system: the receiver that outlets get, with a site behind it. */
export interface Outlet {
  /** Where it takes messages. */
  url: string;
  /** The secret that messages are signed with; until it is known none is taken. */
  trust(secret: string): void;
  /** Every message that was genuine, as it came. */
  received: readonly Received[];
  /** What it last heard of an article; without content there is nothing on its site. */
  copyOf(article: string): Delivery | undefined;
  close(): Promise<void>;
}

export async function openOutlet(address: string): Promise<Outlet> {
  const copies = new Map<string, Delivery>();
  const secrets: string[] = [];
  const receiver = openReceiver({
    secrets: () => secrets,
    store: memoryStore(),
    site: siteWith(copies, address),
  });
  const received: Received[] = [];
  const server = createServer(nodeHandler(noting(receiver, received)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${portOf(server.address())}/imprimatur`,
    trust: (secret) => void secrets.push(secret),
    received,
    copyOf: (article) => copies.get(article),
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function noting(receiver: Receiver, received: Received[]): Receiver {
  return {
    ...receiver,
    async take(message) {
      const answer = await receiver.take(message);
      if (answer.status === 200) received.push(asReceived(message));
      return answer;
    },
  };
}

function asReceived({ headers, body }: Signed): Received {
  const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];
  const kept = Object.fromEntries(names.map((name) => [name, String(headers[name])]));
  const text = body.toString();
  return { headers: kept, body: text, message: JSON.parse(text) as Delivery };
}

function siteWith(copies: Map<string, Delivery>, address: string): Site {
  return {
    async publish(delivery) {
      copies.set(delivery.article.id, delivery);
      return { url: `${address}/stories/${delivery.article.id}` };
    },
    async remove(delivery) {
      copies.set(delivery.article.id, delivery);
    },
  };
}

function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}
