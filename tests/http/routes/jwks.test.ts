import { type ServedApp, serveApp } from '../../support/served-app.ts';

let app: ServedApp;
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app.close());

test('the key set may be kept for ten minutes, told by its keys, and read from any origin', async () => {
  const response = await fetch(`${app.url}/.well-known/jwks.json`);
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('public, max-age=600');
  expect(response.headers.get('etag')).toBe(`"${app.ctx.keys.active.kid}"`);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
});
