import { Webhook } from 'standardwebhooks';
import { judge, keysOf } from '../../src/receiver/index.ts';
import { NOW, newSecret, signed, upsert } from './samples.ts';

const [secret, other] = [newSecret(), newSecret()];
const MINUTE = 60_000;

test('a message signed with a known secret is genuine', () => {
  expect(judge(signed(upsert(1), [secret]), keysOf([secret]), NOW)).toBe('genuine');
});

test('what the official library signs is genuine', () => {
  const { body } = signed(upsert(1), []);
  const signature = new Webhook(secret).sign('msg_2', new Date(NOW), body.toString());
  const headers = {
    'webhook-id': 'msg_2',
    'webhook-timestamp': String(NOW / 1_000),
    'webhook-signature': signature,
  };
  expect(judge({ headers, body }, keysOf([secret]), NOW)).toBe('genuine');
  expect(judge({ headers, body }, keysOf([other]), NOW)).toBe('forged');
});

test.each([
  ['the old secret alone', [secret], [secret, other]],
  ['the new secret alone', [other], [secret, other]],
  ['both', [secret, other], [secret]],
  ['both, and only the new one is known', [secret, other], [other]],
])('while a secret is replaced, a message signed with %s is genuine', (_, signers, known) => {
  expect(judge(signed(upsert(1), signers), keysOf(known), NOW)).toBe('genuine');
});

test.each([
  ['5 minutes ago', -5 * MINUTE, 'genuine'],
  ['more than 5 minutes ago', -5 * MINUTE - 1_000, 'stale'],
  ['5 minutes from now', 5 * MINUTE, 'genuine'],
  ['more than 5 minutes from now', 5 * MINUTE + 1_000, 'stale'],
])('a message signed %s is judged so', (_, offset, judgement) => {
  const message = signed(upsert(1), [secret], { at: NOW + offset });
  expect(judge(message, keysOf([secret]), NOW)).toBe(judgement);
});

test('every byte of the body, the id and the time is under the signature', () => {
  const { headers, body } = signed(upsert(1), [secret]);
  const keys = keysOf([secret]);
  for (let at = 0; at < body.length; at += 1) {
    const changed = Buffer.from(body);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(judge({ headers, body: changed }, keys, NOW)).toBe('forged');
  }
  const later = String(Number(headers['webhook-timestamp']) + 1);
  for (const change of [{ 'webhook-id': 'msg_2' }, { 'webhook-timestamp': later }])
    expect(judge({ headers: { ...headers, ...change }, body }, keys, NOW)).toBe('forged');
});

test.each([
  ['webhook-id', undefined],
  ['webhook-id', ''],
  ['webhook-timestamp', undefined],
  ['webhook-timestamp', 'now'],
  ['webhook-timestamp', '-1'],
  ['webhook-timestamp', '1e9'],
  ['webhook-signature', undefined],
])('without a usable %s (%s) it is not signed', (name, value) => {
  const { headers, body } = signed(upsert(1), [secret]);
  expect(judge({ headers: { ...headers, [name]: value }, body }, keysOf([secret]), NOW)).toBe(
    'unsigned',
  );
});

test.each(['v1', 'v1,', 'v1,AAAA', 'v2,AAAA', 'v1a,AAAA', ',', 'none'])(
  'a signature of the form %s fits nothing',
  (signature) => {
    const { headers, body } = signed(upsert(1), [secret]);
    const message = { headers: { ...headers, 'webhook-signature': signature }, body };
    expect(judge(message, keysOf([secret]), NOW)).toBe('forged');
  },
);

test.each([
  ['no secret', []],
  ['an empty one', ['']],
  ['an empty key', ['whsec_']],
  ['a short key', [`whsec_${Buffer.alloc(23).toString('base64')}`]],
  ['one without its prefix', [secret.slice('whsec_'.length)]],
  ['one with a slip of the pen', [`${secret.slice(0, 20)}*${secret.slice(20)}`]],
])('%s is refused, and not shown', (_, secrets) => {
  const refused = expect(() => keysOf(secrets));
  refused.toThrow(/secret/);
  for (const one of secrets.filter((text) => text.length > 6))
    expect(() => keysOf(secrets)).not.toThrow(one.slice(6));
});
