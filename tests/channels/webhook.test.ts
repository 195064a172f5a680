import { createHmac, timingSafeEqual } from 'node:crypto';
import { webhook } from '../../src/channels/webhook.ts';
import { createEgress } from '../../src/security/egress/index.ts';
import { type LocalServer, type Received, startLocalServer } from '../support/local-server.ts';
import { UPSERT, WITHDRAWAL } from './wanted-state.ts';

const NOW = Date.UTC(2026, 4, 14, 12, 0, 0, 999);
const SECRET = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;

const egress = createEgress({ allow: ['127.0.0.0/8'] });
let server: LocalServer;

beforeAll(async () => {
  server = await startLocalServer();
});

afterAll(async () => {
  await server.close();
  await egress.close();
});

async function send(state = UPSERT, answer = '') {
  server.received.length = 0;
  server.answer((response) => response.writeHead(200).end(answer));
  const settings = { url: `${server.url}/hook`, secret: SECRET, followsSeq: true };
  const outcome = await webhook.deliver(state, settings, { egress, now: () => NOW });
  const [request] = server.received;
  if (request === undefined) throw new Error('nothing came');
  return { outcome, request };
}

/** What a receiver does, written from the standard alone. */
function hasValidSignature({ headers, body }: Received, secret: string): boolean {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signed = [headers['webhook-id'], headers['webhook-timestamp'], body].join('.');
  const expected = createHmac('sha256', key).update(signed, 'utf8').digest();
  return String(headers['webhook-signature'])
    .split(' ')
    .filter((each) => each.startsWith('v1,'))
    .map((each) => Buffer.from(each.slice(3), 'base64'))
    .some((mac) => mac.length === expected.length && timingSafeEqual(mac, expected));
}

test('posts one JSON envelope with the text, its footer and its licence', async () => {
  const { request } = await send();
  expect(request).toMatchObject({ method: 'POST', path: '/hook' });
  const { remoteRef: _, ...state } = UPSERT;
  expect(JSON.parse(request.body)).toEqual({ type: 'placement.upsert', ...state });
});

test('a withdrawal has a reason and no text', async () => {
  const { request } = await send(WITHDRAWAL);
  const envelope = JSON.parse(request.body);
  expect(envelope).toMatchObject({ type: 'placement.withdraw', seq: 6, reason: 'killed' });
  expect(envelope).not.toHaveProperty('content');
});

test('nothing leaves that is not named', async () => {
  const article = { ...UPSERT.article, note: 'in-house' };
  const { request } = await send({ ...UPSERT, article });
  expect(request.body).not.toContain('in-house');
});

test('names each state by placement and seq, the same in every retry', async () => {
  const headers = [(await send()).request.headers, (await send()).request.headers];
  expect(headers.map((each) => each['webhook-id'])).toEqual(['plc_8_5', 'plc_8_5']);
  expect(headers[0]).toMatchObject({
    'content-type': 'application/json',
    'idempotency-key': 'plc_8_5',
    'user-agent': 'Imprimatur',
    'webhook-timestamp': String(Math.floor(NOW / 1000)),
  });
});

test('signs the very bytes it sends', async () => {
  const { request } = await send();
  expect(hasValidSignature(request, SECRET)).toBe(true);
  expect(hasValidSignature({ ...request, body: `${request.body} ` }, SECRET)).toBe(false);
  expect(hasValidSignature(request, `whsec_${Buffer.alloc(32, 2).toString('base64')}`)).toBe(false);
});

test.each([
  ['{"url":"https://outlet.example/a","id":"7"}', 'https://outlet.example/a'],
  ['{"id":"post-7"}', 'post-7'],
  ['{"id":7,"url":null,"more":{}}', '7'],
  ['{"url":"javascript:alert(1)","id":"post-7"}', 'post-7'],
  ['{"id":"a\\u0000b"}', undefined],
  ['{"id":""}', undefined],
  ['["post-7"]', undefined],
  ['thanks', undefined],
  ['', undefined],
])('the answer %s names the copy %p', async (answer, remoteRef) => {
  const { outcome } = await send(UPSERT, answer);
  expect([outcome.class, outcome.remoteRef]).toEqual(['placed', remoteRef]);
});

test('makes a secret where the outlet gives none, and keeps the one it gives', () => {
  const random = (bytes: number) => Buffer.alloc(bytes, 9);
  const url = 'https://outlet.example/hook';
  const given = { url, followsSeq: true };
  const { secret = '' } = webhook.complete(given, random);
  expect(Buffer.from(secret.replace('whsec_', ''), 'base64')).toEqual(Buffer.alloc(32, 9));
  expect(webhook.complete({ ...given, secret: SECRET }, random).secret).toBe(SECRET);
});

test('a receiver is taken to follow the order unless its people say otherwise', () => {
  const read = (more: object) =>
    webhook.followsSeq(webhook.settings.parse({ url: 'https://outlet.example/hook', ...more }));
  expect([read({}), read({ followsSeq: false })]).toEqual([true, false]);
});

test.each([
  ['too short', `whsec_${Buffer.alloc(23).toString('base64')}`, false],
  ['the shortest', `whsec_${Buffer.alloc(24).toString('base64')}`, true],
  ['the longest', `whsec_${Buffer.alloc(64).toString('base64')}`, true],
  ['too long', `whsec_${Buffer.alloc(65).toString('base64')}`, false],
  ['without its prefix', Buffer.alloc(32).toString('base64'), false],
  ['not base64', `whsec_${'*'.repeat(44)}`, false],
])('a secret %s', (_, secret, fits) => {
  const settings = { url: 'https://outlet.example/hook', secret };
  expect(webhook.settings.safeParse(settings).success).toBe(fits);
});
