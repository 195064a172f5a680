import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { listen } from '../../src/http/listen.ts';
import { freePort } from '../support/servers/free-port.ts';

const HOST = '127.0.0.1';

/** A promise, and what resolves it. */
function signal() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve: () => resolve() };
}

async function request(port: number, text: string): Promise<Socket> {
  const socket = connect(port, HOST);
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.write(text);
  return socket;
}

test('closing lets a request under way finish', async () => {
  const port = await freePort();
  const began = signal();
  const app = (_req: IncomingMessage, res: ServerResponse) => {
    began.resolve();
    setTimeout(() => res.end('done'), 300);
  };
  const server = await listen(app, { host: HOST, port });
  const answer = fetch(`http://${HOST}:${port}/`);
  await began.promise;
  const startedAt = Date.now();
  await server.close();
  expect(await (await answer).text()).toBe('done');
  expect(Date.now() - startedAt).toBeLessThan(2_500);
});

test('closing does not wait for a body that never comes whole', async () => {
  const port = await freePort();
  const began = signal();
  const server = await listen(() => began.resolve(), { host: HOST, port });
  const socket = await request(port, 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n1');
  await began.promise;
  const startedAt = Date.now();
  await server.close();
  expect(Date.now() - startedAt).toBeLessThan(6_000);
  socket.destroy();
}, 20_000);

test('a port that is taken is named', async () => {
  const port = await freePort();
  const server = await listen(() => {}, { host: HOST, port });
  await expect(listen(() => {}, { host: HOST, port })).rejects.toThrow(`Port ${port} on ${HOST}`);
  await server.close();
});
