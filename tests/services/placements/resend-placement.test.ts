import { revokeLicence } from '../../../src/services/licences/change-licence.ts';
import { listPlacements } from '../../../src/services/placements/read-placements.ts';
import { resendPlacement } from '../../../src/services/placements/resend-placement.ts';
import { relayOutbox } from '../../../src/services/relay/relay-outbox.ts';
import { type TestService, testService } from '../../support/context.ts';
import { DAY_MS, openNewsroom } from '../../support/newsroom.ts';

let service: TestService;
beforeAll(async () => {
  service = await testService();
});
afterAll(() => service.close());

test('nothing is taken back, and so told, where a story under embargo never came', async () => {
  const room = await openNewsroom(service);
  const outlet = await room.outlet();
  await outlet.addDestination();
  const article = await room.putIn(service.ctx.now() + DAY_MS / 2);
  const licence = await outlet.ask(article);
  await relayOutbox(service.ctx);
  await revokeLicence(room.admin, { id: licence.id, reason: 'The sale fell through.' });
  await relayOutbox(service.ctx);

  const [settled] = await listPlacements(outlet.own, { article, limit: 1 });
  expect(settled).toMatchObject({ wanted_op: 'withdraw', state: 'placed' });
  expect(await resendPlacement(outlet.own, settled?.id ?? '')).toEqual(settled);
});
