import { Webhook } from 'standardwebhooks';
import { rotateSecret } from '../../src/services/destinations/rotate-secret.ts';
import { type TestService, testService } from '../support/context.ts';
import { type Caught, connect } from './connected.ts';

const QUARTER_OF_AN_HOUR_MS = 900_000;

let service: TestService;
beforeAll(async () => {
  service = await testService();
});
afterAll(() => service.close());

/** The library as its documentation has it: it throws on what it does not trust. */
function verify(secret: string, { headers, body }: Caught, text = body.toString()): unknown {
  return new Webhook(secret).verify(text, headers as Record<string, string>);
}

/** Sends one story and returns the message as it came. */
async function sendStory({ stories, outlet, send, caught }: Awaited<ReturnType<typeof connect>>) {
  const article = await stories.newsroom.putIn();
  await outlet.ask(article);
  await send();
  const message = caught.at(-1);
  if (!message) throw new Error('nothing came');
  return { article, message };
}

test('the official library accepts what we send, and refuses what was changed', async () => {
  const connected = await connect(service);
  const { secret } = connected;
  const { article, message } = await sendStory(connected);
  expect(verify(secret, message)).toMatchObject({ operation: 'upsert', article: { id: article } });
  const text = message.body.toString();
  expect(() => verify(secret, message, text.replace('Ferry', 'Fairy'))).toThrow('signature');
  expect(() => verify(secret, message, `${text} `)).toThrow('signature');
  const stranger = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;
  expect(() => verify(stranger, message)).toThrow('signature');
  await connected.close();
});

test('while the secret is replaced, it accepts our messages with the old and with the new', async () => {
  const connected = await connect(service);
  const { outlet, destination, secret, secrets } = connected;
  const before = await sendStory(connected);
  const rotated = await rotateSecret(outlet.own, {
    ...{ id: destination, secret: null, overlapHours: 24 },
  });
  const next = String(rotated.settings.secret);
  expect(next).not.toBe(secret);
  const { message } = await sendStory(connected);
  for (const known of [secret, next]) expect(verify(known, message)).toBeDefined();
  expect(() => verify(next, before.message)).toThrow('signature');
  for (const known of [secret, next]) {
    secrets.splice(0, 2, known);
    expect((await sendStory(connected)).message.status).toBe(200);
  }
  await connected.close();
});

test('once the overlap is over, only the new secret signs', async () => {
  const connected = await connect(service);
  const { outlet, destination, secret } = connected;
  const { settings } = await rotateSecret(outlet.own, {
    ...{ id: destination, secret: null, overlapHours: 0 },
  });
  const { message } = await sendStory(connected);
  expect(message.status).toBe(401);
  expect(() => verify(secret, message)).toThrow('signature');
  expect(verify(String(settings.secret), message)).toBeDefined();
  await connected.close();
});

test.each([
  ['long ago', -QUARTER_OF_AN_HOUR_MS],
  ['ahead of the clock', QUARTER_OF_AN_HOUR_MS],
])('what was signed %s is refused by the library and by our receiver', async (_, offsetMs) => {
  const connected = await connect(service, () => Date.now() + offsetMs);
  const { message } = await sendStory(connected);
  expect(() => verify(connected.secret, message)).toThrow('timestamp');
  expect(message.status).toBe(401);
  await connected.close();
});
