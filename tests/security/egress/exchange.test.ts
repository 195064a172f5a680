import { gzipSync } from 'node:zlib';
import { type Bounds, createEgress, type Egress } from '../../../src/security/egress/index.ts';
import { type LocalServer, startLocalServer } from '../../support/local-server.ts';

const post = { method: 'POST', headers: {}, body: 'text' } as const;

let server: LocalServer;
const opened: Egress[] = [];

function open(bounds: Partial<Bounds> = {}): Egress {
  const egress = createEgress({ allow: ['127.0.0.0/8'], bounds });
  opened.push(egress);
  return egress;
}

beforeEach(async () => {
  server = await startLocalServer();
});

afterEach(async () => {
  await server.close();
  await Promise.all(opened.splice(0).map((egress) => egress.close()));
});

test('a redirect is handed back, never followed', async () => {
  server.answer((response) => response.writeHead(302, { location: '/elsewhere' }).end());
  const response = await open().request({ url: `${server.url}/here`, ...post });
  expect(response).toMatchObject({ status: 302, headers: { location: '/elsewhere' } });
  expect(server.received.map((each) => each.path)).toEqual(['/here']);
});

test('an answer of exactly 64 KB is read whole', async () => {
  server.answer((response) => response.end('x'.repeat(65_536)));
  const { body, truncated } = await open().request({ url: server.url, ...post });
  expect([body.length, truncated]).toEqual([65_536, false]);
});

test('of an endless answer 64 KB are read, and the connection is destroyed', async () => {
  const gone = new Promise<void>((resolve) => {
    server.answer((response) => {
      const pour = () => {
        while (response.write('x'.repeat(10_000)));
      };
      response.on('drain', pour).on('close', resolve);
      pour();
    });
  });
  const { body, truncated } = await open().request({ url: server.url, ...post });
  expect([body.length, truncated]).toEqual([65_536, true]);
  await gone;
});

test('a compressed answer is not inflated', async () => {
  const bomb = gzipSync('0'.repeat(20_000_000));
  server.answer((response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb));
  const { body, truncated } = await open().request({ url: server.url, ...post });
  expect(body.length).toBeLessThanOrEqual(bomb.length);
  expect(body).not.toContain('0000000000');
  expect(truncated).toBe(false);
});

test('an answer that does not begin times out', async () => {
  server.answer(() => {});
  await expect(
    open({ firstByteMs: 60 }).request({ url: server.url, ...post }),
  ).rejects.toMatchObject({ kind: 'timeout' });
});

test('an answer that drips times out', async () => {
  const egress = open({ totalMs: 150 });
  server.answer((response) => {
    const drip = setInterval(() => response.write('x'), 10);
    response.on('close', () => clearInterval(drip));
  });
  await expect(egress.request({ url: server.url, ...post })).rejects.toMatchObject({
    kind: 'timeout',
  });
});

test('headers that are too long are no answer', async () => {
  server.answer((response) => response.writeHead(200, { 'x-long': 'x'.repeat(20_000) }).end());
  await expect(open().request({ url: server.url, ...post })).rejects.toMatchObject({
    kind: 'protocol',
  });
});

test('the caller may stop a send that is under way', async () => {
  const stop = new AbortController();
  server.answer(() => stop.abort());
  const sending = open().request({ url: server.url, ...post, signal: stop.signal });
  await expect(sending).rejects.toMatchObject({ kind: 'aborted' });
});

test('a send that was stopped before it began sends nothing', async () => {
  const egress = open();
  const sending = egress.request({ url: server.url, ...post, signal: AbortSignal.abort() });
  await expect(sending).rejects.toMatchObject({ kind: 'aborted' });
  await egress.close();
  expect(server.received).toEqual([]);
});
