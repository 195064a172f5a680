import { findDrift } from '../../src/db/placements/drift.ts';
import type { Operation } from '../../src/db/schema.ts';
import type { ArticleConditions } from '../../src/domain/rule-conditions.ts';
import { killArticle } from '../../src/services/articles/kill-article.ts';
import { releaseArticle, withholdArticle } from '../../src/services/articles/withhold-article.ts';
import {
  reinstateLicence,
  revokeLicence,
  suspendLicence,
} from '../../src/services/licences/change-licence.ts';
import { renewLicence } from '../../src/services/licences/renew-licence.ts';
import { sweep } from '../../src/services/relay/sweep.ts';
import { type TestService, testService } from '../support/context.ts';
import { openFeedRoom } from '../support/feed-room.ts';
import { DAY_MS } from '../support/newsroom.ts';

let service: TestService;
beforeAll(async () => {
  service = await testService();
});
afterAll(() => service.close());

const why = { reason: 'Not genuine.', note: null };

describe('what is placed under a feed', () => {
  async function placedRoom(filter: ArticleConditions = {}) {
    const room = await openFeedRoom(service);
    return { ...room, ...(await room.placedFeed(filter)), room };
  }
  const wants = (wanted_op: Operation, wanted_seq: number, more: object = {}) => ({
    ...{ wanted_op, wanted_seq, ...more },
  });

  test('follows each correction under the same licence', async () => {
    const { article, licence, correct, room } = await placedRoom();
    await correct(article, 1);
    await room.relay();
    expect(await room.placementOf(article)).toMatchObject(
      wants('upsert', 2, { wanted_version: 2, licence: licence.id, urgent: true }),
    );
  });

  test('is withdrawn when a change takes it out of the feed, and returns with the next', async () => {
    const { article, correct, room } = await placedRoom({ subject: ['sea'] });
    await correct(article, 1, { subjects: ['sport'] });
    await room.relay();
    const revoked = { wanted_reason: 'revoked', wanted_version: 1 };
    expect(await room.placementOf(article)).toMatchObject(wants('withdraw', 2, revoked));
    await correct(article, 2, { subjects: ['sea', 'sport'] });
    await room.relay();
    expect(await room.placementOf(article)).toMatchObject(
      wants('upsert', 3, { wanted_version: 3 }),
    );
  });

  test('goes under a licence for the article where there is one, and back when that ends', async () => {
    const { article, licence, outlet, admin, room } = await placedRoom();
    const own = await outlet.ask(article);
    await room.relay();
    expect(await room.placementOf(article)).toMatchObject(wants('upsert', 2, { licence: own.id }));
    await revokeLicence(admin, { id: own.id, reason: 'No longer needed.' });
    await room.relay();
    expect(await room.placementOf(article)).toMatchObject(
      wants('upsert', 3, { licence: licence.id, wanted_version: 1 }),
    );
  });

  test('is taken back when the feed is suspended, comes again, and goes when it is revoked', async () => {
    const { article, licence, admin, room } = await placedRoom();
    const order = { id: licence.id, reason: 'The invoice is open.' };
    await suspendLicence(admin, order);
    await room.relay();
    expect(await room.placementOf(article)).toMatchObject(
      wants('withdraw', 2, { wanted_reason: 'suspended' }),
    );
    await reinstateLicence(admin, order);
    await room.relay();
    expect(await room.placementOf(article)).toMatchObject(wants('upsert', 3));
    await room.place(article);
    await revokeLicence(admin, order);
    await room.relay();
    expect(await room.placementOf(article)).toMatchObject(
      wants('withdraw', 4, { wanted_reason: 'revoked', urgent: false }),
    );
  });

  test.each([
    ['remove', wants('withdraw', 2, { wanted_reason: 'expired' })],
    ['keepPublished', wants('upsert', 1)],
  ] as const)('when the feed expires and its terms say %s', async (afterExpiry, wanted) => {
    const { article, licence, room } = await placedRoom();
    await service.db
      .updateTable('licence')
      .set({ state: 'expired', ended_at: new Date(), after_expiry: afterExpiry })
      .where('id', '=', licence.id)
      .execute();
    await service.db
      .insertInto('outbox')
      .values({ kind: 'licence.ended', article, outlet: null, request_id: 'test' })
      .execute();
    await room.relay();
    expect(await room.placementOf(article)).toMatchObject({ ...wanted, last_error: null });
    expect(await findDrift(service.db, 10)).toEqual([]);
  });

  test('is sent again under the renewal, and never withdrawn', async () => {
    const { article, licence, admin, room } = await placedRoom();
    const renewal = { id: licence.id, until: Date.now() + 9 * DAY_MS, reason: undefined };
    const { licence: next } = await renewLicence(admin, renewal);
    await room.relay();
    expect(await room.placementOf(article)).toMatchObject(wants('upsert', 2, { licence: next.id }));
  });

  test('is killed without the feed, which goes on with what comes', async () => {
    const { article, licence, admin, putIn, room } = await placedRoom();
    await killArticle(admin, { id: article, ...why });
    const killed = wants('withdraw', 2, { wanted_reason: 'killed', urgent: true });
    expect(await room.placementOf(article)).toMatchObject(killed);
    const next = await putIn();
    await room.relay();
    expect(await room.placementOf(article)).toMatchObject(killed);
    expect(await room.placementOf(next)).toMatchObject({ licence: licence.id });
  });

  test('is withheld and released; what changed meanwhile decides what comes back', async () => {
    const { article, admin, correct, room } = await placedRoom({ subject: ['sea'] });
    await withholdArticle(admin, { id: article, ...why });
    expect(await room.placementOf(article)).toMatchObject(
      wants('withdraw', 2, { wanted_reason: 'withheld' }),
    );
    await correct(article, 1, { subjects: ['sport'] });
    await releaseArticle(admin, { id: article, note: null });
    await room.relay();
    expect(await room.placementOf(article)).toMatchObject(
      wants('withdraw', 3, { wanted_reason: 'revoked' }),
    );
  });

  test('is found by the sweep whatever word was lost, and the sweep finds nothing else', async () => {
    const { article, correct, putIn, licence, admin, room } = await placedRoom({
      subject: ['sea'],
    });
    const rescued = async () => {
      await room.lose();
      const found = await sweep(service.ctx);
      await room.relay();
      return found;
    };
    expect(await rescued()).toBe(0);
    await correct(article, 1, { subjects: ['sea'] });
    expect(await rescued()).toBe(1);
    expect(await room.placementOf(article)).toMatchObject({ wanted_version: 2 });
    await correct(article, 2, { subjects: ['sport'] });
    expect(await rescued()).toBe(1);
    expect(await room.placementOf(article)).toMatchObject({ wanted_op: 'withdraw' });
    const next = await putIn({ subjects: ['sea'] });
    expect(await rescued()).toBe(1);
    expect(await room.placementOf(next)).toMatchObject({ wanted_op: 'upsert' });
    await room.place(next);
    await revokeLicence(admin, { id: licence.id, reason: 'Ended.' });
    expect(await rescued()).toBe(1);
    expect(await room.placementOf(next)).toMatchObject({ wanted_op: 'withdraw' });
    expect(await rescued()).toBe(0);
  });
});
