import { killArticle } from '../../../src/services/articles/kill-article.ts';
import { moveEmbargo } from '../../../src/services/articles/move-embargo.ts';
import type { Desk } from '../../../src/services/deliver/desk.ts';
import { changeDestination } from '../../../src/services/destinations/change-destination.ts';
import { pauseDestination } from '../../../src/services/destinations/pause-destination.ts';
import { revokeLicence, suspendLicence } from '../../../src/services/licences/change-licence.ts';
import { suspendOutlet } from '../../../src/services/suspend-outlet.ts';
import { type TestService, testService } from '../../support/context.ts';
import { openDeliveries } from '../../support/deliveries.ts';
import { DAY_MS } from '../../support/newsroom.ts';

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

type Licensed = Awaited<ReturnType<typeof deliveries.licensed>>;

/** A worker on which something happens after the claim, while it gets the text. */
function interrupted(happens: () => Promise<unknown>): Desk {
  const { desk } = deliveries;
  return {
    ...desk,
    texts: {
      async get(...which) {
        await happens();
        return desk.texts.get(...which);
      },
    },
  };
}

const because = { reason: 'The sale fell through.' };
const admin = () => service.as({});

test.each<[string, (one: Licensed) => Promise<unknown>]>([
  [
    'its licence is revoked',
    ({ licence }) => revokeLicence(admin(), { id: licence.id, ...because }),
  ],
  [
    'its licence is suspended',
    ({ licence }) => suspendLicence(admin(), { id: licence.id, ...because }),
  ],
  [
    'its outlet is suspended',
    ({ outlet }) => suspendOutlet(admin(), { id: outlet.id, ...because }),
  ],
  [
    'its story is killed',
    ({ article }) => killArticle(admin(), { id: article, ...because, note: null }),
  ],
  [
    'its story goes under embargo',
    ({ article }) => moveEmbargo(admin(), { id: article, until: Date.now() + DAY_MS / 2 }),
  ],
  [
    'its destination is paused',
    ({ destination }) => pauseDestination(admin(), { id: destination, note: null }),
  ],
  [
    'its destination moves',
    ({ destination }) =>
      changeDestination(admin(), { id: destination, format: 'text', settings: {} }),
  ],
  [
    'another worker has taken it over',
    ({ article }) =>
      service.db
        .updateTable('placement')
        .set({ lease_token: service.ctx.newId() })
        .where('article', '=', article)
        .execute(),
  ],
  [
    'its lease has run out',
    ({ article }) =>
      service.db
        .updateTable('placement')
        .set({ lease_until: new Date(Date.now() - 1) })
        .where('article', '=', article)
        .execute(),
  ],
])('nothing leaves when, after the claim, %s', async (_, happens) => {
  const one = await deliveries.licensed();
  await one.send(
    'any',
    interrupted(() => happens(one)),
  );
  expect(deliveries.delivered(one.article)).toEqual([]);
  expect(await deliveries.attemptsOf(one.article)).toEqual([]);
});

test('what was given back is as if it had not been claimed', async () => {
  const one = await deliveries.licensed();
  const before = await deliveries.placementOf(one.article);
  const pause = () => pauseDestination(admin(), { id: one.destination, note: null });
  await one.send('any', interrupted(pause));
  const after = await deliveries.placementOf(one.article);
  expect(after).toMatchObject({ state: 'paused', sent: false, attempts: 0, lease_token: null });
  expect(after).toMatchObject({ wanted_seq: before.wanted_seq, outcome_unknown: false });
  expect(after.next_at).toBeLessThanOrEqual(Date.now() + 1_000);
});
