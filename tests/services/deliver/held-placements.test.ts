import { transact } from '../../../src/db/database.ts';
import { lockScopes } from '../../../src/db/placements/scope.ts';
import { deliverDestination } from '../../../src/services/deliver/deliver-destination.ts';
import { type TestService, testService } from '../../support/context.ts';
import { openDeliveries } from '../../support/deliveries.ts';
import { until } from '../../support/until.ts';

let service: TestService;
let deliveries: Awaited<ReturnType<typeof openDeliveries>>;
beforeAll(async () => {
  service = await testService();
  deliveries = await openDeliveries(service);
});
afterAll(async () => {
  await deliveries.close();
  await service.close();
});

test('what the relay holds for a moment is sent in the same turn, which gives its place away', async () => {
  const { article, destination } = await deliveries.licensed();
  const turn = { isLong: false, ended: Promise.resolve(false) };
  await transact(service.db, async (tx) => {
    await lockScopes(tx, [{ article, outlet: null }]);
    turn.ended = deliverDestination(deliveries.desk, {
      ...{ destination, take: 'prompt' },
      onLong: () => {
        turn.isLong = true;
      },
    });
    await until('it was looked for', () => turn.isLong);
  });
  expect(await turn.ended).toBe(false);
  expect(deliveries.delivered(article)).toHaveLength(1);
});
