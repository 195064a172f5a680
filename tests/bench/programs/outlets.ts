import { createServer as createHttp, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import { inputOf, say } from './parent.ts';

/** How an outlet answers; what is not `well` is taken in and counts for nothing. */
export type Manner = 'well' | 'hole' | 'drip' | 'fault';

/** Outlets' receivers, each at an origin of its own, in one process. */
export interface OutletsInput {
  /** One for each outlet. */
  manners: Manner[];
  /** PEM; absent: plain HTTP. */
  tls?: { key: string; cert: string } | undefined;
}

export interface Opened {
  origins: string[];
}

/** Say so when so many different messages have come to those that are well, from now on. */
export interface Await {
  messages: number;
  /** Only those that contain this text. */
  holding?: string;
}

export interface Arrived {
  /** Epoch milliseconds, one for each message, as they came. */
  at: number[];
  /** Messages that came more than once. */
  repeated: number;
  /** One of them, for others to send again. */
  sample: string;
}

const DRIP_MS = 500;

const { manners, tls } = inputOf<OutletsInput>();
const seen = new Set<string>();
let awaited: Await = { messages: Number.POSITIVE_INFINITY };
let at: number[] = [];
let repeated = 0;

const TURNS: Record<Manner, (response: ServerResponse) => void> = {
  well: (response) => response.writeHead(204).end(),
  // Never answers: the sender's own clocks end it.
  hole: () => {},
  drip(response) {
    response.writeHead(200, { 'content-type': 'text/plain' });
    const dripping = setInterval(() => response.write('.'), DRIP_MS);
    response.on('close', () => clearInterval(dripping));
  },
  fault: (response) => response.writeHead(500).end('Out of order.'),
};

function count(id: string, body: string): void {
  if (awaited.holding !== undefined && !body.includes(awaited.holding)) return;
  if (seen.has(id)) repeated += 1;
  else at.push(Date.now());
  seen.add(id);
  if (seen.size < awaited.messages) return;
  say({ at, repeated, sample: body } satisfies Arrived);
  awaited = { messages: Number.POSITIVE_INFINITY };
}

function takeFor(manner: Manner): RequestListener {
  return (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      TURNS[manner](response);
      if (manner !== 'well' || awaited.messages === Number.POSITIVE_INFINITY) return;
      count(String(request.headers['webhook-id']), Buffer.concat(chunks).toString());
    });
  };
}

async function open(manner: Manner): Promise<string> {
  const server = tls ? createHttps(tls, takeFor(manner)) : createHttp(takeFor(manner));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

process.on('message', (next: Await) => {
  seen.clear();
  at = [];
  repeated = 0;
  awaited = next;
});
say({ origins: await Promise.all(manners.map(open)) } satisfies Opened);
