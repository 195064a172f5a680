import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { say } from './parent.ts';

/** What an outlet's receiver is told: say so when that many different messages have come. */
export interface Expect {
  expect: number;
}

/** When they have, and one of them for others to send again. */
export interface Arrived {
  /** Epoch milliseconds. */
  lastAt: number;
  /** Messages that came more than once. */
  repeated: number;
  sample: string;
}

const seen = new Set<string>();
let expected = Number.POSITIVE_INFINITY;
let repeated = 0;

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    response.writeHead(204).end();
    count(String(request.headers['webhook-id']), chunks);
  });
});

function count(id: string, chunks: Buffer[]): void {
  if (seen.has(id)) repeated += 1;
  seen.add(id);
  if (seen.size < expected) return;
  say({ lastAt: Date.now(), repeated, sample: Buffer.concat(chunks).toString() });
  expected = Number.POSITIVE_INFINITY;
}

process.on('message', ({ expect }: Expect) => {
  seen.clear();
  repeated = 0;
  expected = expect;
});
server.listen(0, '127.0.0.1', () => {
  say({ origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
