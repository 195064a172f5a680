import { type Delivery, memoryStore, openReceiver } from '../../src/receiver/index.ts';
import { NOW, newSecret, receive, SECRET, signed, upsert, watchedSite } from './samples.ts';

const { content: _content, ...withoutContent } = upsert(1);

test.each<[string, unknown]>([
  ['no JSON', '{'],
  ['nothing', ''],
  ['a list', []],
  ['null', 'null'],
  ['no placement', { ...upsert(1), placement: undefined }],
  ['a placement that is a path', upsert(1, { placement: '../../etc/passwd' })],
  ['a seq that is text', { ...upsert(1), seq: '1' }],
  ['a seq below nothing', upsert(-1)],
  ['half a seq', upsert(1.5)],
  ['a seq beyond counting', upsert(2 ** 53)],
  ['no content to put up', withoutContent],
  ['content without text', { ...upsert(1), content: { mediaType: 'text/html' } }],
  ['a type and an operation that differ', { ...upsert(1), operation: 'withdraw' }],
  ['a type of another kind', { ...upsert(1), type: 'placement.move', operation: 'move' }],
  ['no article', { ...upsert(1), article: null }],
])('a signed message with %s is refused', async (_, sent) => {
  const site = watchedSite();
  const { take } = receive(site);
  expect(await take(sent)).toMatchObject({ status: 422, title: 'Not understood' });
  expect(site.done).toEqual([]);
});

test.each([
  ['a stranger signed', () => signed(upsert(1), [newSecret()]), 401, 'Wrong signature'],
  [
    'is old',
    () => signed(upsert(1), [SECRET], { at: NOW - 600_000 }),
    401,
    'Signed at another time',
  ],
  ['nobody signed', () => ({ headers: {}, body: Buffer.from('{}') }), 400, 'Not signed'],
])('a message that %s is refused, and nothing is done', async (_, message, status, title) => {
  const site = watchedSite();
  const { receiver } = receive(site);
  const answer = await receiver.take(message());
  expect(answer).toMatchObject({
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
  expect(JSON.parse(answer.body)).toMatchObject({ status, title });
  expect(site.done).toEqual([]);
});

test('secrets that are asked for each time may change while it runs', async () => {
  let secrets = [SECRET];
  const store = memoryStore();
  const receiver = openReceiver({
    ...{ secrets: async () => secrets, store, site: watchedSite(), now: () => NOW },
  });
  const take = (delivery: Delivery, by: string) => receiver.take(signed(delivery, [by]));
  const next = newSecret();
  expect((await take(upsert(1), next)).status).toBe(401);
  secrets = [next, SECRET];
  expect((await take(upsert(2), next)).status).toBe(200);
  expect((await take(upsert(3), SECRET)).status).toBe(200);
  secrets = [next];
  expect((await take(upsert(4), SECRET)).status).toBe(401);
});

test('secrets that cannot be any stop the start; asked for later, they are answered as ours', async () => {
  const rest = { store: memoryStore(), site: watchedSite(), now: () => NOW };
  expect(() => openReceiver({ secrets: ['whsec_'], ...rest })).toThrow('A secret is whsec_');
  const errors: unknown[] = [];
  const onError = (error: unknown) => void errors.push(error);
  const receiver = openReceiver({ secrets: () => [], onError, ...rest });
  expect((await receiver.take(signed(upsert(1), [SECRET]))).status).toBe(500);
  expect(errors).toHaveLength(1);
});
