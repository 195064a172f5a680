import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it came over the wire. */
export interface Received {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
  /** The address that the sender dialled. */
  localAddress: string;
}

export interface LocalServer {
  url: string;
  port: number;
  received: Received[];
  /** How many connections were opened, reused ones counted once. */
  connections: () => number;
  /** How the server answers from now on. */
  answer: (handler: Handler) => void;
  close: () => Promise<void>;
}

type Handler = (response: ServerResponse, request: IncomingMessage) => void;

/** A real HTTP server on 127.0.0.1, or on the given loopback address; answers 204 at first. */
export async function startLocalServer(host = '127.0.0.1'): Promise<LocalServer> {
  const received: Received[] = [];
  let opened = 0;
  let handler: Handler = (response) => response.writeHead(204).end();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
        localAddress: request.socket.localAddress ?? '',
      });
      handler(response, request);
    });
  });
  server.on('connection', () => {
    opened += 1;
  });
  await once(server.listen(0, host), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    received,
    connections: () => opened,
    answer: (next) => {
      handler = next;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
