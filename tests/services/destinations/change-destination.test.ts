import {
  changeDestination,
  mergedSettings,
} from '../../../src/services/destinations/change-destination.ts';
import {
  listDestinations,
  readDestination,
} from '../../../src/services/destinations/pause-destination.ts';
import { stopDestination } from '../../../src/services/destinations/stop-destination.ts';
import { type TestService, testService } from '../../support/context.ts';
import { openNewsroom } from '../../support/newsroom.ts';

let service: TestService;
let newsroom: Awaited<ReturnType<typeof openNewsroom>>;
beforeAll(async () => {
  service = await testService();
  newsroom = await openNewsroom(service);
});
afterAll(() => service.close());

test('two who change different settings at once both succeed', async () => {
  const outlet = await newsroom.outlet();
  const { id } = await outlet.addDestination();
  const url = 'http://127.0.0.1:9/moved';
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  const change = (settings: object) =>
    changeDestination(outlet.own, { id, format: undefined, settings: { ...settings } });
  await Promise.all([change({ url }), change({ secret })]);
  const { settings } = await mergedSettings(outlet.own, id, {});
  expect(settings).toMatchObject({ url, secret });
});

test('what was said to former settings does not stop a destination', async () => {
  const outlet = await newsroom.outlet();
  const { id, changes } = await outlet.addDestination();
  await changeDestination(outlet.own, { id, format: undefined, settings: {} });
  await stopDestination(service.ctx, { id, changes }, 'credentials', 'Unknown signature.');
  expect(await readDestination(outlet.own, id)).toMatchObject({ state: 'active' });
});

test('what was said to the present ones does, and shows when', async () => {
  const outlet = await newsroom.outlet();
  const { id, changes, updated_at } = await outlet.addDestination();
  await stopDestination(service.ctx, { id, changes }, 'gone', 'Nobody is here.');
  const [stopped] = await listDestinations(outlet.own, { limit: 1 });
  expect(stopped).toMatchObject({ id, state: 'disabled', state_code: 'gone' });
  expect(stopped?.updated_at).toBeGreaterThan(updated_at);
});
