import { LETTER, PUBLICATION } from '../../support/seed.ts';
import { type ServedApp, serveApp } from '../../support/served-app.ts';

let app: ServedApp;
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app.close());

const PATH = `/v1/publications/${PUBLICATION}`;

test('a latest block is answered as it was saved, its languages in their canonical form', async () => {
  const latestBlock = { count: 20, heading: { 'EN-gb': 'More from {publication}', DE: 'Mehr' } };
  const { body } = await app.admin.put<object>(PATH, { ...LETTER, latestBlock });
  expect(body).toMatchObject({
    latestBlock: { count: 20, heading: { 'en-GB': 'More from {publication}', de: 'Mehr' } },
  });
  const plain = await app.admin.put<object>(PATH, { ...LETTER, latestBlock: { count: 1 } });
  expect(plain.body).toMatchObject({ latestBlock: { count: 1, heading: null } });
});

test.each<[string, object, string]>([
  ['more than twenty', { count: 21 }, '#/latestBlock/count'],
  ['less than none', { count: -1 }, '#/latestBlock/count'],
  ['a placeholder of the footer', { count: 1, heading: 'By {holder}' }, '#/latestBlock/heading'],
  ['a brace alone', { count: 1, heading: { en: 'More {' } }, '#/latestBlock/heading/en'],
  ['no wording at all', { count: 1, heading: {} }, '#/latestBlock/heading'],
  ['words that cannot be seen', { count: 1, heading: '\u200b' }, '#/latestBlock/heading'],
])('%s is refused', async (_, latestBlock, pointer) => {
  const { status, body } = await app.admin.ask<{ errors: { pointer: string }[] }>('PUT', PATH, {
    body: { ...LETTER, latestBlock },
  });
  expect([status, body.errors.map((fault) => fault.pointer)]).toEqual([422, [pointer]]);
});
