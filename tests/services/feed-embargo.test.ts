import { killArticle } from '../../src/services/articles/kill-article.ts';
import { moveEmbargo } from '../../src/services/articles/move-embargo.ts';
import { type TestService, testService } from '../support/context.ts';
import { openFeedRoom } from '../support/feed-room.ts';
import { DAY_MS } from '../support/newsroom.ts';

let service: TestService;
beforeAll(async () => {
  service = await testService();
});
afterAll(() => service.close());

const why = { reason: 'Not genuine.', note: null };

describe('when the text of a feed may leave', () => {
  test('waits for the embargo as it is now: set, moved, lifted', async () => {
    const room = await openFeedRoom(service);
    await room.outlet.askFeed();
    const tomorrow = Math.ceil(Date.now() / 1000) * 1000 + DAY_MS / 2;
    const article = await room.putIn({ embargoUntil: tomorrow });
    await room.relay();
    expect(await room.placementOf(article)).toMatchObject({
      not_before: tomorrow,
      next_at: tomorrow,
    });
    await moveEmbargo(room.admin, { id: article, until: tomorrow + 60_000 });
    await room.relay();
    expect(await room.placementOf(article)).toMatchObject({
      ...{ wanted_seq: 1, not_before: tomorrow + 60_000, next_at: tomorrow + 60_000 },
    });
    await moveEmbargo(room.admin, { id: article, until: null });
    await room.relay();
    const lifted = await room.placementOf(article);
    expect(lifted.next_at).toBeLessThanOrEqual(Date.now());
  });

  test('a killed story under embargo never left, and nothing is taken back', async () => {
    const room = await openFeedRoom(service);
    await room.outlet.askFeed();
    const article = await room.putIn({ embargoUntil: Date.now() + DAY_MS / 2 });
    await room.relay();
    await killArticle(room.admin, { id: article, ...why });
    await room.relay();
    expect(await room.placementOf(article)).toMatchObject({
      ...{ wanted_op: 'withdraw', next_at: null, sent: false },
    });
  });

  test('waits for the window of its terms, counted from its own publication', async () => {
    const room = await openFeedRoom(service);
    const window = { notBefore: { after: 'PT6H' }, byMedium: {}, maxDays: 10, offerDays: null };
    await room.offer({ window });
    await room.outlet.askFeed();
    const publishedAt = Math.floor(Date.now() / 1000) * 1000 - 3_600_000;
    const article = await room.putIn({ publishedAt });
    await room.relay();
    const opens = publishedAt + 6 * 3_600_000;
    expect(await room.placementOf(article)).toMatchObject({ opens_at: opens, next_at: opens });
  });

  test('goes ahead where the terms have it so, and knows when it may be used', async () => {
    const room = await openFeedRoom(service);
    const window = { notBefore: { after: 'PT6H' }, byMedium: {}, maxDays: 10, offerDays: null };
    await room.offer({ window, advance: true });
    await room.outlet.askFeed();
    const publishedAt = Math.floor(Date.now() / 1000) * 1000;
    const article = await room.putIn({ publishedAt, embargoUntil: Date.now() + DAY_MS / 2 });
    await room.relay();
    const placement = await room.placementOf(article);
    expect(placement.next_at).toBeLessThanOrEqual(Date.now());
    expect(placement.opens_at).toBe(publishedAt + 6 * 3_600_000);
  });
});
