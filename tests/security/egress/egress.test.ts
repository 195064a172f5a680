import {
  createEgress,
  type Egress,
  type EgressOptions,
} from '../../../src/security/egress/index.ts';
import { type LocalServer, startLocalServer } from '../../support/local-server.ts';

const LOOPBACK = ['127.0.0.0/8'];
const post = { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'text' } as const;

let server: LocalServer;
const opened: Egress[] = [];

function open(options: Partial<EgressOptions> = {}): Egress {
  const egress = createEgress({ allow: LOOPBACK, ...options });
  opened.push(egress);
  return egress;
}

beforeEach(async () => {
  server = await startLocalServer('0.0.0.0');
});

afterEach(async () => {
  await server.close();
  await Promise.all(opened.splice(0).map((egress) => egress.close()));
});

describe('inside the allow list', () => {
  test('sends by http to any port and hands back the answer', async () => {
    server.answer((response) => response.writeHead(201, { 'X-Copy': ['a', 'b'] }).end('dank je ✓'));
    const response = await open().request({ url: `${server.url}/hook?a=1#b`, ...post });
    expect(response).toMatchObject({
      status: 201,
      body: 'dank je ✓',
      truncated: false,
      remoteAddress: '127.0.0.1',
    });
    expect(response.headers['x-copy']).toBe('a, b');
    expect(server.received).toMatchObject([
      {
        method: 'POST',
        path: '/hook?a=1',
        body: 'text',
        headers: { 'content-type': 'text/plain' },
      },
    ]);
  });

  test('keeps the name in Host when it dials the address', async () => {
    const egress = open({ resolve: async () => ['127.0.0.1'] });
    await egress.request({ url: `http://outlet.example:${server.port}/`, ...post });
    expect(server.received[0]?.headers.host).toBe(`outlet.example:${server.port}`);
  });

  test('uses its connections again', async () => {
    const egress = open();
    for (let sent = 0; sent < 10; sent += 1) await egress.request({ url: server.url, ...post });
    expect(server.received).toHaveLength(10);
    expect(server.connections()).toBeLessThanOrEqual(2);
  });

  test('goes on to the second address when the first takes no connection', async () => {
    await server.close();
    server = await startLocalServer('127.0.0.1');
    const egress = open({ resolve: async () => ['127.0.0.9', '127.0.0.1'] });
    const response = await egress.request({ url: `http://outlet.example:${server.port}`, ...post });
    expect(response.remoteAddress).toBe('127.0.0.1');
  });
});

describe('names', () => {
  test.each([
    ['a private address beside a public one', ['1.1.1.1', '10.0.0.1']],
    ['a private IPv6 address beside a public one', ['2a00::1', '::1']],
    ['a mapped loopback address', ['::ffff:127.0.0.1']],
    ['something that is no address', ['1.1.1.1', 'localhost']],
  ])('are refused for %s', async (_, addresses) => {
    const egress = open({ allow: [], resolve: async () => addresses });
    const url = 'https://outlet.example/';
    expect(await egress.inspectResolved(url)).toMatchObject({ code: 'address-not-allowed' });
    await expect(egress.request({ url, ...post })).rejects.toMatchObject({
      code: 'address-not-allowed',
    });
  });

  test('with public addresses only are let pass', async () => {
    const egress = open({ allow: [], resolve: async () => ['1.1.1.1', '2606:4700::1111'] });
    expect(await egress.inspectResolved('https://outlet.example/')).toBeNull();
  });

  test('that do not resolve may be saved, and fail to connect', async () => {
    const egress = open({
      resolve: async () => {
        throw new Error('ENOTFOUND');
      },
    });
    const url = 'https://not-yet.example/';
    expect(await egress.inspectResolved(url)).toBeNull();
    await expect(egress.request({ url, ...post })).rejects.toMatchObject({ kind: 'connect' });
  });

  test('that a silent resolver keeps to itself fail to connect in time', async () => {
    const egress = open({ resolve: () => new Promise(() => {}), bounds: { connectMs: 50 } });
    await expect(egress.request({ url: 'https://slow.example/', ...post })).rejects.toMatchObject({
      kind: 'connect',
    });
  });

  test('outside the allow list are held to https and port 443', async () => {
    const egress = open({ resolve: async () => ['127.0.0.1', '1.1.1.1'] });
    const ask = (url: string) => egress.inspectResolved(url);
    expect(await ask('http://outlet.example/')).toMatchObject({ code: 'scheme-not-allowed' });
    expect(await ask('https://outlet.example:444/')).toMatchObject({ code: 'port-not-allowed' });
    expect(await ask('https://outlet.example/')).toBeNull();
  });

  test('that change between check and connect cannot lead elsewhere', async () => {
    const answers = [['127.0.0.2'], ['127.0.0.3']];
    let asked = 0;
    let clock = 0;
    const egress = open({
      allow: ['127.0.0.2/32'],
      resolve: async () => answers[Math.min(asked++, 1)] ?? [],
      monotonicMs: () => clock,
    });
    const url = `http://rebind.example:${server.port}/`;
    const first = await egress.request({ url, ...post });
    const second = await egress.request({ url, ...post });
    expect([first.remoteAddress, second.remoteAddress]).toEqual(['127.0.0.2', '127.0.0.2']);
    expect(server.received.map((each) => each.localAddress)).toEqual(['127.0.0.2', '127.0.0.2']);
    expect(asked).toBe(1);

    clock = 10_000;
    await expect(egress.request({ url, ...post })).rejects.toMatchObject({
      code: 'address-not-allowed',
    });
    expect(server.received).toHaveLength(2);
  });

  test('are looked up once for all who ask at the same time', async () => {
    let asked = 0;
    const egress = open({
      resolve: async () => {
        asked += 1;
        return ['127.0.0.1'];
      },
    });
    const url = `http://outlet.example:${server.port}/`;
    await Promise.all(Array.from({ length: 20 }, () => egress.request({ url, ...post })));
    expect(asked).toBe(1);
    expect(server.received).toHaveLength(20);
  });
});
