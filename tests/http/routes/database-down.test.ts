import { healthRoutes } from '../../../src/http/routes/health.ts';
import { staffKeyRoutes } from '../../../src/http/routes/staff-keys.ts';
import { startPostgres } from '../../support/servers/index.ts';
import { startTestApi } from '../../support/test-api.ts';

test('when PostgreSQL stops, requests are answered 503 and health stays up', async () => {
  const shared = process.env.TEST_DATABASE_URL;
  const own = await startPostgres();
  process.env.TEST_DATABASE_URL = own.url;
  const api = await startTestApi([...healthRoutes, ...staffKeyRoutes]);
  const admin = await api.keyFor('admin');
  process.env.TEST_DATABASE_URL = shared;
  await api.call('get', '/v1/keys', admin).expect(200);
  await own.stop();
  for (const path of ['/v1/keys', '/readyz']) {
    const { status, body, headers } = await api.call('get', path, admin);
    expect([status, body.code, headers['retry-after']]).toEqual([503, 'unavailable', '5']);
  }
  await api.call('get', '/healthz').expect(200);
  await api.stop();
});
