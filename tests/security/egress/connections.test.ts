import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { createEgress, type Egress } from '../../../src/security/egress/index.ts';
import { startLocalServer } from '../../support/local-server.ts';

const post = { method: 'POST', headers: {}, body: 'text' } as const;

let egress: Egress;
let raw: Server | undefined;

beforeEach(() => {
  egress = createEgress({ allow: ['127.0.0.0/8'], resolve: async () => ['127.0.0.1'] });
});

afterEach(async () => {
  raw?.close();
  raw = undefined;
  await egress.close();
});

/** A server that speaks whatever `talk` says; answers its host and port. */
async function startRaw(talk: (socket: Socket) => void): Promise<string> {
  raw = createServer(talk);
  await once(raw.listen(0, '127.0.0.1'), 'listening');
  const address = raw.address();
  return `127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
}

test('a server that drops the connection is a network failure', async () => {
  const host = await startRaw((socket) => socket.once('data', () => socket.destroy()));
  await expect(egress.request({ url: `http://${host}`, ...post })).rejects.toMatchObject({
    kind: 'network',
  });
});

test('an answer that ends too early is a network failure', async () => {
  const half = 'HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf';
  const host = await startRaw((socket) => socket.once('data', () => socket.end(half)));
  await expect(egress.request({ url: `http://${host}`, ...post })).rejects.toMatchObject({
    kind: 'network',
  });
});

test('a server that nobody runs is a connect failure, whose message names the fault', async () => {
  const server = await startLocalServer();
  await server.close();
  await expect(egress.request({ url: server.url, ...post })).rejects.toMatchObject({
    kind: 'connect',
    message: expect.stringContaining('ECONNREFUSED'),
  });
});

test('a server that speaks no TLS is a TLS failure and gets no request', async () => {
  const server = await startLocalServer();
  const url = server.url.replace('http:', 'https:');
  await expect(egress.request({ url, ...post })).rejects.toMatchObject({ kind: 'tls' });
  expect(server.received).toEqual([]);
  await server.close();
});

test('a server that speaks no HTTP is a protocol failure', async () => {
  const host = await startRaw((socket) => socket.end('220 mail.example ready\r\n'));
  await expect(egress.request({ url: `http://${host}`, ...post })).rejects.toMatchObject({
    kind: 'protocol',
  });
});

test('a server asked by TLS is asked for its name, not for its address', async () => {
  const heard: Buffer[] = [];
  const host = await startRaw((socket) =>
    socket.once('data', (hello) => {
      heard.push(hello);
      socket.destroy();
    }),
  );
  const url = `https://${host.replace('127.0.0.1', 'outlet.example')}/`;
  await expect(egress.request({ url, ...post })).rejects.toMatchObject({ kind: 'tls' });
  expect(Buffer.concat(heard).toString('latin1')).toContain('outlet.example');
});
