import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { applyMessage, type Copies, type Message } from './apply-message.ts';
import { isGenuine } from './check-signature.ts';

/** One message as it came over the wire. */
export interface Received {
  headers: Record<string, string>;
  body: string;
  message: Message;
}

/** A stand-in for an outlet's own system: a real HTTP receiver with a site behind it. */
export interface Outlet {
  /** Where it takes messages. */
  url: string;
  /** The secret that messages are signed with; until it is known none is taken. */
  trust(secret: string): void;
  /** Every genuine message so far. */
  received: readonly Received[];
  /** What it last heard of an article. */
  copyOf(article: string): Message | undefined;
  close(): Promise<void>;
}

export async function openOutlet(site: string): Promise<Outlet> {
  const copies: Copies = new Map();
  const received: Received[] = [];
  let secret: string | undefined;
  const server = createServer((req, res) => {
    take(req, res).catch((error) => answer(res, 500, { error: String(error) }));
  });

  async function take(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const body = await text(req);
    if (secret === undefined || !isGenuine(req.headers, body, secret)) {
      return answer(res, 401, { error: 'The signature does not fit.' });
    }
    const message = JSON.parse(body) as Message;
    received.push({ headers: webhookHeaders(req), body, message });
    const outcome = applyMessage(copies, message);
    answer(res, 200, { outcome, url: `${site}/stories/${message.article.id}` });
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${portOf(server.address())}/imprimatur`,
    trust: (given) => {
      secret = given;
    },
    received,
    copyOf: (article) => [...copies.values()].find((copy) => copy.article.id === article),
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function webhookHeaders({ headers }: IncomingMessage): Record<string, string> {
  const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];
  return Object.fromEntries(names.map((name) => [name, String(headers[name])]));
}

function answer(res: ServerResponse, status: number, body: unknown): void {
  res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}
