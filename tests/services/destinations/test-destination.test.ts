import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { createEgress } from '../../../src/security/egress/index.ts';
import {
  pauseDestination,
  readDestination,
} from '../../../src/services/destinations/pause-destination.ts';
import { sendSample } from '../../../src/services/destinations/test-destination.ts';
import { type TestService, testService } from '../../support/context.ts';
import { type LocalServer, startLocalServer } from '../../support/local-server.ts';
import { openNewsroom } from '../../support/newsroom.ts';

let service: TestService;
let server: LocalServer;
let newsroom: Awaited<ReturnType<typeof openNewsroom>>;
beforeAll(async () => {
  const bounds = { firstByteMs: 300, totalMs: 600, connectMs: 300 };
  service = await testService({ egress: createEgress({ allow: ['127.0.0.0/8'], bounds }) });
  newsroom = await openNewsroom(service);
});
beforeEach(async () => {
  server = await startLocalServer();
});
afterEach(() => server.close());
afterAll(() => service.close());

/** What a test says of a destination at this URL. */
async function tested(url = `${server.url}/hook`) {
  const { own, addDestination } = await newsroom.outlet();
  const { id } = await addDestination(url);
  return { own, id, ...(await sendSample(own, id)) };
}

const answering = (status: number, headers = {}, body = '') =>
  server.answer((response) => response.writeHead(status, headers).end(body));

test('the sample is marked, comes in the format of the destination, and is signed', async () => {
  const { outcome, advice } = await tested();
  expect(outcome).toMatchObject({ class: 'placed', status: 204 });
  expect(advice).toMatch(/^It works/);
  const [request] = server.received;
  const { test, type, operation, content, footer } = JSON.parse(request?.body ?? '');
  expect({ test, type, operation }).toEqual({
    test: true,
    type: 'placement.upsert',
    operation: 'upsert',
  });
  expect(content.text).toContain('>A sample, not to be published</h1>');
  expect(content.text).toContain(footer.text);
  expect(request?.headers['webhook-signature']).toMatch(/^v1,/);
});

test.each([
  [400, 'refused', /raw body/],
  [401, 'credentials', /did not trust the message/],
  [403, 'credentials', /let signed messages through/],
  [404, 'refused', /Compare the path/],
  [405, 'refused', /takes no POST/],
  [410, 'gone', /gone for good/],
  [413, 'refused', /4 MB/],
  [418, 'refused', /said no/],
  [425, 'later', /could not take it now/],
  [429, 'later', /more slowly/],
  [500, 'later', /Its own log says why/],
  [503, 'later', /not available/],
])('an answer %i is told as %s, and what to do about it', async (status, kind, words) => {
  answering(status, {}, 'because of the moon');
  const { outcome, advice } = await tested();
  expect(outcome).toMatchObject({ class: kind, status, excerpt: 'because of the moon' });
  expect(advice).toMatch(words);
});

test('a redirect is shown and not followed', async () => {
  answering(308, { location: 'https://elsewhere.example/hook' });
  const { outcome, advice } = await tested();
  expect(outcome.class).toBe('misconfigured');
  expect(outcome.message).toContain('https://elsewhere.example/hook');
  expect(advice).toContain('save the URL that it points to');
  expect(server.received).toHaveLength(1);
});

test('a name that leads nowhere is told as such', async () => {
  const { outcome, advice } = await tested('https://no-such-name.invalid/hook');
  expect(outcome).toMatchObject({ class: 'later', code: 'connect' });
  expect(outcome.message).toContain('no-such-name.invalid does not resolve');
  expect(advice).toContain('DNS entry');
});

test('a server that is not started is told as such', async () => {
  const { outcome, advice } = await tested('http://127.0.0.1:9/hook');
  expect(outcome).toMatchObject({ class: 'later', code: 'connect' });
  expect(advice).toContain('nothing was sent');
});

test('a certificate that nobody vouches for is told as such', async () => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }]);
  const secure = createServer({ key, cert }, (_, response) => response.end());
  await once(secure.listen(0, '127.0.0.1'), 'listening');
  const { port } = secure.address() as AddressInfo;
  const { outcome, advice } = await tested(`https://127.0.0.1:${port}/hook`);
  expect(outcome).toMatchObject({ class: 'later', code: 'tls' });
  expect(advice).toContain('certificate is not trusted');
  secure.close();
});

test.each([
  ['says nothing', 'timeout', () => {}],
  ['breaks off', 'network', (response: { destroy(): void }) => response.destroy()],
])('a system that %s is told as such', async (_name, code, behave) => {
  server.answer(behave);
  const { outcome, advice } = await tested();
  expect(outcome).toMatchObject({ class: 'later', code });
  expect(advice.length).toBeGreaterThan(20);
});

test('an address that is not public any longer is blocked, and nothing is sent', async () => {
  const { id, own } = await tested();
  server.received.length = 0;
  const egress = createEgress({ allow: [] });
  const { outcome, advice } = await sendSample({ ...own, egress }, id);
  expect(outcome.class).toBe('blocked');
  expect(`${outcome.message} ${advice}`).toMatch(/https URL|public/);
  expect(server.received).toEqual([]);
  await egress.close();
});

test('what a test meets neither stops nor charges the destination, and a paused one is tested', async () => {
  answering(410);
  const { id, own } = await tested();
  const before = await readDestination(own, id);
  expect(before).toMatchObject({ state: 'active', failures: 0 });
  await pauseDestination(own, { id, note: null });
  answering(200);
  expect((await sendSample(own, id)).outcome.class).toBe('placed');
  expect(await readDestination(own, id)).toMatchObject({ state: 'paused' });
});

test('of two tests at once the second is asked to wait, and the next goes through', async () => {
  const { id, own } = await tested();
  server.answer((response) => void setTimeout(() => response.end(), 150));
  const both = await Promise.allSettled([sendSample(own, id), sendSample(own, id)]);
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  const [refused] = both.filter((one) => one.status === 'rejected');
  expect(refused?.reason).toMatchObject({ code: 'rate-limited', retryAfterMs: 5_000 });
  expect((await sendSample(own, id)).outcome.class).toBe('placed');
});

test("another outlet's destination is not there", async () => {
  const { id } = await tested();
  const stranger = await newsroom.outlet();
  await expect(sendSample(stranger.own, id)).rejects.toMatchObject({
    code: 'destination-not-found',
  });
});
