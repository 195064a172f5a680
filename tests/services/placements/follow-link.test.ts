import { type Desk, openDesk } from '../../../src/services/deliver/desk.ts';
import { readLink, useLink } from '../../../src/services/placements/follow-link.ts';
import { type TestService, testService } from '../../support/context.ts';
import { openPlacedStories } from '../../support/placed-story.ts';
import { takeCopy } from '../../support/taken-copy.ts';

let service: TestService;
let stories: Awaited<ReturnType<typeof openPlacedStories>>;
let desk: Desk;
beforeAll(async () => {
  service = await testService();
  stories = await openPlacedStories(service);
  const config = { ...service.ctx.config, mailFrom: 'desk@rights.example' };
  desk = openDesk({ ...service.ctx, config });
});
afterAll(async () => {
  desk.close();
  await service.close();
});

const taken = () => takeCopy(service, desk, stories);

test('a kill goes to its people, and is unconfirmed until one of them says that it is gone', async () => {
  const copy = await taken();
  await copy.kill();
  await copy.deliver();
  expect(await copy.placement()).toMatchObject({ state: 'unconfirmed', placed_op: 'withdraw' });
  const [notice] = await copy.notices('copy-to-remove');
  if (!notice) throw new Error('nobody was told');
  expect(notice.body).toContain('has taken it back for good');
  expect(notice.mails).toMatchObject([{ address: 'desk@fjord-courier.example', state: 'waiting' }]);

  const token = service.ctx.linkToken(notice.id);
  expect(notice.body).not.toContain(token);
  expect(await readLink(service.ctx, token)).toMatchObject({ state: 'open' });
  expect(await copy.placement()).toMatchObject({ state: 'unconfirmed' });
  expect(await useLink(service.ctx, { token, note: 'Gone.' })).toMatchObject({ confirmed: true });
  expect(await copy.placement()).toMatchObject({
    state: 'placed',
    confirmed_by: 'link',
    verify_at: null,
  });
  expect(await useLink(service.ctx, { token, note: null })).toMatchObject({
    confirmed: false,
    state: 'used',
  });
  const receipts = await service.db
    .selectFrom('receipt')
    .selectAll()
    .where('article', '=', copy.article)
    .execute();
  expect(receipts).toMatchObject([{ source: 'link', operation: 'withdraw', note: 'Gone.' }]);
});

test('a link that nobody was sent is none', async () => {
  for (const token of ['', 'x'.repeat(43), '../secrets', 'x'.repeat(44)]) {
    await expect(readLink(service.ctx, token)).rejects.toMatchObject({ code: 'link-not-found' });
  }
});

test('an expired link says so and confirms nothing', async () => {
  const copy = await taken();
  await copy.kill();
  await copy.deliver();
  const [notice] = await copy.notices('copy-to-remove');
  const { id: placement } = await copy.placement();
  await service.db
    .updateTable('confirm_link')
    .set({ expires_at: new Date(0) })
    .where('placement', '=', placement)
    .execute();
  const token = service.ctx.linkToken(notice?.id ?? '');
  expect(await useLink(service.ctx, { token, note: null })).toMatchObject({
    confirmed: false,
    state: 'expired',
  });
  expect(await copy.placement()).toMatchObject({ state: 'unconfirmed' });
});
