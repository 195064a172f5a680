import { sql } from 'kysely';
import { PROBLEMS } from '../../../src/http/problems.ts';
import { healthRoutes } from '../../../src/http/routes/health.ts';
import { problemRoutes } from '../../../src/http/routes/problems.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi([...healthRoutes, ...problemRoutes]);
});
afterAll(() => api.close());

test('a process that is up and a database that is migrated are told apart', async () => {
  expect((await api.call('get', '/healthz')).body).toEqual({ status: 'up' });
  expect((await api.call('get', '/readyz')).body).toEqual({ status: 'ready' });
  await sql`alter table kysely_migration rename to elsewhere`.execute(api.ctx.db);
  const { status, body, headers } = await api.call('get', '/readyz');
  await sql`alter table elsewhere rename to kysely_migration`.execute(api.ctx.db);
  expect([status, body.code, headers['retry-after']]).toEqual([503, 'unavailable', '5']);
  expect((await api.call('get', '/healthz')).status).toBe(200);
});

test.each(Object.entries(PROBLEMS))('%s has a page for people', async (code, problem) => {
  const html = await api.call('get', `/problems/${code}`).set('Accept', 'text/html');
  expect(html.type).toBe('text/html');
  expect(html.text).toMatch(/^<!doctype html><html lang="en">/i);
  expect(html.text).toContain(`<h1>${problem.title}</h1>`);
  const json = await api.call('get', `/problems/${code}`).set('Accept', 'application/json');
  expect(json.body).toEqual({ code, ...problem });
});

test.each(['nothing', 'toString', '<script>'])('no problem is called %s', async (code) => {
  const { status, body } = await api.call('get', `/problems/${encodeURIComponent(code)}`);
  expect([status, body.code]).toEqual([404, 'problem-not-found']);
});
