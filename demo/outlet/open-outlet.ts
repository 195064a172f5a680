import { once } from 'node:events';
import { createServer } from 'node:http';
import {
  type Delivery,
  memoryStore,
  nodeHandler,
  openReceiver,
  type Receiver,
  type Signed,
} from '../../src/receiver/index.ts';
import { openSite } from './site.ts';

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
  /** Of its site. */
  origin: string;
  /** The secret that messages are signed with; until it is known none is taken. */
  trust(secret: string): void;
  /** Every message that was genuine, as it came. */
  received: readonly Received[];
  /** What it last heard of an article; without content its text is not on the site. */
  copyOf(article: string): Delivery | undefined;
  /** The address of an article's page. */
  pageOf(article: string): string;
  close(): Promise<void>;
}

export async function openOutlet(): Promise<Outlet> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${portOf(server.address())}`;
  const site = openSite(origin);
  const secrets: string[] = [];
  const receiver = openReceiver({ secrets: () => secrets, store: memoryStore(), site });
  const received: Received[] = [];
  const take = nodeHandler(noting(receiver, received));
  server.on('request', (request, response) => {
    if (request.method === 'GET') site.show(request.url ?? '', response);
    else take(request, response);
  });
  return {
    url: `${origin}/imprimatur`,
    origin,
    trust: (secret) => void secrets.push(secret),
    received,
    copyOf: site.copyOf,
    pageOf: site.pageOf,
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

function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}
