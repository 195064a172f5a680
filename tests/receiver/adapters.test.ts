import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import express from 'express';
import { expressHandler, nodeHandler, type Receiver } from '../../src/receiver/index.ts';
import { until } from '../support/until.ts';
import { receive, SECRET, signed, upsert, watchedSite } from './samples.ts';

let server: Server;
let url = '';

async function serve(listener: RequestListener): Promise<void> {
  server = createServer(listener);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/imprimatur`;
}

afterEach(async () => {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
});

function onExpress(receiver: Receiver, before: express.RequestHandler[] = [], limitBytes?: number) {
  const app = express();
  for (const step of before) app.use(step);
  app.all('/imprimatur', expressHandler(receiver, limitBytes ? { limitBytes } : {}));
  const tell: express.ErrorRequestHandler = (error, _request, response, _next) => {
    response.status(599).send(String(error));
  };
  return app.use(tell);
}

async function post(sent: unknown, headers: Record<string, string> = {}) {
  const message = signed(sent, [SECRET]);
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...(message.headers as Record<string, string>), ...headers },
    body: new Uint8Array(message.body),
  });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

describe.each([
  [
    'node:http',
    (receiver: Receiver, limitBytes?: number) =>
      nodeHandler(receiver, limitBytes ? { limitBytes } : {}),
  ],
  ['Express', (receiver: Receiver, limitBytes?: number) => onExpress(receiver, [], limitBytes)],
  [
    'Express behind express.raw()',
    (receiver: Receiver, limitBytes?: number) =>
      onExpress(receiver, limitBytes ? [] : [express.raw({ type: () => true })], limitBytes),
  ],
])('under %s', (_, listen) => {
  test('a message is taken and answered', async () => {
    const site = watchedSite();
    await serve(listen(receive(site).receiver));
    const { status, text, headers } = await post(
      upsert(1, { article: { ...upsert(1).article, headline: 'Smørbrød 🚤' } }),
    );
    expect([status, headers.get('content-type')]).toEqual([200, 'application/json']);
    expect(JSON.parse(text)).toEqual({
      outcome: 'applied',
      id: 'post-7',
      url: 'https://outlet.example/posts/7',
    });
    expect(site.done).toEqual(['publish 1']);
  });

  test('what is not genuine is refused as a problem', async () => {
    await serve(listen(receive(watchedSite()).receiver));
    const { status, headers } = await post(upsert(1), { 'webhook-id': 'another' });
    expect([status, headers.get('content-type')]).toEqual([401, 'application/problem+json']);
  });

  test('only a post is taken', async () => {
    await serve(listen(receive(watchedSite()).receiver));
    const response = await fetch(url);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  test('a message over the limit is refused, said to be or not, and the next one is taken', async () => {
    const site = watchedSite();
    await serve(listen(receive(site).receiver, 2_000));
    expect((await post(upsert(1, { footer: { text: 'x'.repeat(2_000) } }))).status).toBe(413);
    const unsaid = await fetch(url, {
      method: 'POST',
      body: drip(50, 100),
      duplex: 'half',
    } as RequestInit);
    expect(unsaid.status).toBe(413);
    expect((await post(upsert(2))).status).toBe(200);
    expect(site.done).toEqual(['publish 2']);
  });

  test('a sender that hangs up in the middle does no harm', async () => {
    const site = watchedSite();
    const { receiver, errors } = receive(site);
    await serve(listen(receiver));
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write('POST /imprimatur HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"half');
    await until('it is being read', () => server.listening && socket.bytesWritten > 0);
    setTimeout(() => socket.destroy(), 50);
    await once(socket, 'close');
    expect((await post(upsert(1))).status).toBe(200);
    expect(errors.length).toBeLessThanOrEqual(1);
  });
});

test('behind express.json() it says what is wrong, and takes nothing', async () => {
  const site = watchedSite();
  await serve(onExpress(receive(site).receiver, [express.json()]));
  const { status, text } = await post(upsert(1));
  expect([status, text]).toEqual([599, expect.stringContaining('before express.json()')]);
  expect(site.done).toEqual([]);
});

/** A body whose length is not said beforehand. */
function drip(chunks: number, bytes: number): ReadableStream<Uint8Array> {
  let left = chunks;
  return new ReadableStream({
    pull(controller) {
      if (left-- > 0) controller.enqueue(new Uint8Array(bytes).fill(120));
      else controller.close();
    },
  });
}
