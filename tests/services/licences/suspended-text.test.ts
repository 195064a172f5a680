import { deliverDestination } from '../../../src/services/deliver/deliver-destination.ts';
import { type Desk, openDesk } from '../../../src/services/deliver/desk.ts';
import { reinstateLicence, suspendLicence } from '../../../src/services/licences/change-licence.ts';
import { renewLicence } from '../../../src/services/licences/renew-licence.ts';
import { relayOutbox } from '../../../src/services/relay/relay-outbox.ts';
import { type TestService, testService } from '../../support/context.ts';
import { DAY_MS, openNewsroom } from '../../support/newsroom.ts';
import { type Receiver, startReceiver } from '../../support/receiver.ts';

let service: TestService;
let receiver: Receiver;
let desk: Desk;
beforeAll(async () => {
  service = await testService();
  receiver = await startReceiver();
  desk = openDesk(service.ctx);
});
afterAll(async () => {
  desk.close();
  await receiver.close();
  await service.close();
});

test("an outlet's system sees a suspension, a reinstatement and a renewal as they come", async () => {
  const newsroom = await openNewsroom(service);
  const outlet = await newsroom.outlet();
  const { id: destination, settings } = await outlet.addDestination(receiver.url);
  receiver.trust(String(settings.secret));
  const { id } = await outlet.ask(await newsroom.putIn());
  const admin = service.as({});
  const bringAbout = async () => {
    await relayOutbox(service.ctx);
    await deliverDestination(desk, { destination, take: 'any' });
  };

  await bringAbout();
  await suspendLicence(admin, { id, reason: 'Unpaid.' });
  await bringAbout();
  await reinstateLicence(admin, { id, reason: 'Paid.' });
  await bringAbout();
  const until = service.ctx.now() + 30 * DAY_MS;
  const { licence: next } = await renewLicence(admin, { id, until, reason: undefined });
  await bringAbout();

  const seen = receiver.deliveries.map(({ seq, operation, reason, licence, applied }) => ({
    ...{ seq, operation, reason, applied },
    licence: licence.id,
  }));
  const upsert = { operation: 'upsert', reason: undefined, applied: true };
  expect(seen).toEqual([
    { ...upsert, seq: 1, licence: id },
    { ...upsert, seq: 2, licence: id, operation: 'withdraw', reason: 'suspended' },
    { ...upsert, seq: 3, licence: id },
    { ...upsert, seq: 4, licence: next.id },
  ]);
  expect(receiver.deliveries.at(-1)?.content?.text).toContain(next.id);
});
