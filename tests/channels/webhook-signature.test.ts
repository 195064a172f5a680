import { signWebhook } from '../../src/channels/webhook-signature.ts';

/** The example that the reference libraries of Standard Webhooks agree on. */
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const SIGNATURE = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';
const MESSAGE = ['msg_p5jXN8AQM9LWM0D4loKWxJek', 1_614_265_330, '{"test": 2432232314}'] as const;

test('signs as the reference libraries do', () => {
  expect(signWebhook([SECRET], ...MESSAGE)).toBe(SIGNATURE);
});

test('signs with each secret, in order, while one replaces another', () => {
  const other = `whsec_${Buffer.alloc(24, 3).toString('base64')}`;
  const alone = signWebhook([other], ...MESSAGE);
  expect(alone).not.toBe(SIGNATURE);
  expect(signWebhook([SECRET, other], ...MESSAGE)).toBe(`${SIGNATURE} ${alone}`);
});

test('covers id, time and body', () => {
  const [id, at, body] = MESSAGE;
  const others = [
    signWebhook([SECRET], `${id}x`, at, body),
    signWebhook([SECRET], id, at + 1, body),
    signWebhook([SECRET], id, at, `${body} `),
  ];
  expect(new Set([...others, SIGNATURE]).size).toBe(4);
});
