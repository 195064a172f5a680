import { readKeySet } from '../../../src/verifier/index.ts';
import { type ServedApp, serveApp } from '../../support/served-app.ts';

let app: ServedApp;
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app.close());

test.each(['jwks.json', 'jwks-archive.json'])(
  '%s may be kept for ten minutes, is read from any origin, and is not sent twice',
  async (name) => {
    const response = await fetch(`${app.url}/.well-known/${name}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('public, max-age=600');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');

    const etag = String(response.headers.get('etag'));
    const again = await fetch(response.url, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    const other = await fetch(response.url, { headers: { 'if-none-match': '"other"' } });
    expect(other.status).toBe(200);
  },
);

test('the key set holds the key that signs licences, and no key of the log', async () => {
  const { keys } = (await (await fetch(`${app.url}/.well-known/jwks.json`)).json()) as Keys;
  expect(keys.map(({ kid }) => kid)).toEqual([app.ctx.keys.active.kid]);
  expect(keys[0]).toMatchObject({ kty: 'EC', crv: 'P-256', use: 'sig', alg: 'ES256' });
});

test('the archive names every key with its purpose, and our verifier reads it', async () => {
  const document = await (await fetch(`${app.url}/.well-known/jwks-archive.json`)).json();
  const { keys } = document as Keys;
  expect(keys.map(({ kid, purpose, state }) => ({ kid, purpose, state }))).toEqual(
    expect.arrayContaining([
      { kid: app.ctx.keys.active.kid, purpose: 'licence', state: 'active' },
      { kid: app.ctx.keys.log.kid, purpose: 'log', state: 'active' },
    ]),
  );
  expect(readKeySet(document)?.map(({ state }) => state)).toEqual(['active', 'active']);
});

interface Keys {
  keys: Record<string, string>[];
}
