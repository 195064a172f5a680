import { type Desk, openDesk } from '../../../src/services/deliver/desk.ts';
import { reinstateLicence, suspendLicence } from '../../../src/services/licences/change-licence.ts';
import { expireLicences } from '../../../src/services/licences/expire-licences.ts';
import { reinstateOutlet, suspendOutlet } from '../../../src/services/suspend-outlet.ts';
import { type TestService, testService } from '../../support/context.ts';
import { openPlacedStories } from '../../support/placed-story.ts';
import { takeCopy } from '../../support/taken-copy.ts';

let service: TestService;
let stories: Awaited<ReturnType<typeof openPlacedStories>>;
let desk: Desk;
beforeAll(async () => {
  service = await testService();
  stories = await openPlacedStories(service);
  desk = openDesk(service.ctx);
});
afterAll(async () => {
  desk.close();
  await service.close();
});

const taken = () => takeCopy(service, desk, stories);

test('a licence that is suspended has the text taken down, and it may return afterwards', async () => {
  const copy = await taken();
  await suspendLicence(service.as({}), { id: copy.licence.id, reason: 'A dispute.' });
  await stories.relay();
  await copy.deliver();
  expect(await copy.notices('copy-to-remove')).toMatchObject([
    { body: expect.stringContaining('Your licence is suspended.') },
  ]);
  await reinstateLicence(service.as({}), { id: copy.licence.id, reason: 'It is settled.' });
  await stories.relay();
  await copy.deliver();
  expect(await copy.notices('copy-may-return')).toHaveLength(1);
  expect(await copy.placement()).toMatchObject({ state: 'unconfirmed', verify_at: null });
  await copy.take();
  expect(await copy.placement()).toMatchObject({ state: 'placed', placed_op: 'upsert' });
});

test('one that expires does so by its terms', async () => {
  const [removed, kept] = [await taken(), await taken()];
  await stories.endNow(removed.licence.id, 'remove');
  await stories.endNow(kept.licence.id, 'keepPublished');
  await expireLicences(service.ctx);
  await stories.relay();
  await removed.deliver();
  await kept.deliver();
  expect(await removed.placement()).toMatchObject({
    wanted_reason: 'expired',
    urgent: false,
    state: 'unconfirmed',
  });
  expect(await removed.notices('copy-to-remove')).toMatchObject([
    { body: expect.stringContaining('Your licence has expired.') },
  ]);
  expect(await kept.placement()).toMatchObject({ wanted_op: 'upsert', state: 'placed' });
  expect(await kept.notices('copy-to-remove')).toEqual([]);
});

test('a suspended outlet is told of no new text, and of kills all the same', async () => {
  const [corrected, killed] = [await taken(), await taken()];
  for (const { outlet } of [corrected, killed]) {
    await suspendOutlet(service.as({}), { id: outlet.id, reason: 'Unanswered.' });
  }
  await stories.correct(corrected.article, 1);
  await killed.kill();
  await stories.relay();
  await corrected.deliver();
  await killed.deliver();
  expect(await corrected.notices('copy-to-correct')).toEqual([]);
  expect(await killed.notices('copy-to-remove')).toHaveLength(1);
  await reinstateOutlet(service.as({}), { id: corrected.outlet.id, reason: 'Answered.' });
  await stories.relay();
  await corrected.deliver();
  expect(await corrected.notices('copy-to-correct')).toHaveLength(1);
});

test('another licence over the same words asks nothing of its people', async () => {
  const copy = await taken();
  await copy.outlet.ask(copy.article, { until: Date.now() + 20 * 86_400_000 });
  await stories.relay();
  await copy.deliver();
  const placement = await copy.placement();
  expect(placement).toMatchObject({ state: 'placed', placed_version: 1 });
  expect(placement.licence).not.toBe(copy.licence.id);
  expect(placement.confirmed_seq).toBe(placement.wanted_seq);
  expect(await copy.notices('copy-to-correct')).toEqual([]);
});
