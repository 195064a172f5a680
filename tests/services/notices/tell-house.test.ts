import { listNotices } from '../../../src/services/notices/list-notices.ts';
import { tellHouse } from '../../../src/services/notices/tell-house.ts';
import { type TestService, testService } from '../../support/context.ts';
import { openNewsroom } from '../../support/newsroom.ts';

let service: TestService;
beforeAll(async () => {
  service = await testService();
});
afterAll(() => service.close());

const withMail = () => {
  const ctx = service.as({});
  return { ...ctx, config: { ...ctx.config, mailFrom: 'desk@rights.example' } };
};

async function toldOf(outlet: string) {
  const kind = 'outlet-suspended';
  const ctx = withMail();
  await tellHouse(
    ctx.db,
    ctx,
    { outlet },
    { kind, facts: { reason: `Fees of ${outlet}.` }, about: { kind: 'outlet', id: outlet } },
  );
  const notices = await listNotices(ctx, { kind, limit: 100 });
  return notices.filter((notice) => notice.about_id === outlet);
}

test('every publication whose licences an outlet holds is told, and one address once', async () => {
  const [one, two] = [await openNewsroom(service), await openNewsroom(service)];
  await openNewsroom(service);
  const outlet = await one.outlet();
  await outlet.ask(await one.putIn());
  await outlet.ask(await one.putIn());
  await outlet.ask(await two.putIn());
  const notices = await toldOf(outlet.id);
  expect(notices.map((notice) => notice.outlet)).toEqual([null, null]);
  expect(new Set(notices.map((notice) => notice.publication)).size).toBe(2);
  expect(notices.flatMap((notice) => notice.mails.map((mail) => mail.address))).toEqual([
    'rights@harbour-news.example',
  ]);
});

test('a publication is not told of an outlet whose licence has ended while another holds', async () => {
  const [past, present] = [await openNewsroom(service), await openNewsroom(service)];
  const outlet = await past.outlet();
  const { id } = await outlet.ask(await past.putIn());
  await outlet.ask(await present.putIn());
  await service.db.updateTable('licence').set({ state: 'expired' }).where('id', '=', id).execute();
  const staff = service.as({ publications: [present.slug] });
  const [notice, ...more] = await toldOf(outlet.id);
  expect(more).toEqual([]);
  expect(await listNotices(staff, { limit: 10 })).toMatchObject([{ id: notice?.id }]);
});

test('where no licence holds any longer, those who gave one are told', async () => {
  const house = await openNewsroom(service);
  const outlet = await house.outlet();
  const { id } = await outlet.ask(await house.putIn());
  await service.db.updateTable('licence').set({ state: 'revoked' }).where('id', '=', id).execute();
  expect(await toldOf(outlet.id)).toHaveLength(1);
});
