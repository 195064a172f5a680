import type { Take } from '../../src/db/placements/claim.ts';
import { deliverDestination } from '../../src/services/deliver/deliver-destination.ts';
import { openDesk } from '../../src/services/deliver/desk.ts';
import { createDestination } from '../../src/services/destinations/save-destination.ts';
import { listAttempts, listPlacements } from '../../src/services/placements/read-placements.ts';
import type { TestService } from './context.ts';
import { openPlacedStories } from './placed-story.ts';
import { startReceiver } from './receiver.ts';

/** A newsroom, one outlet's system, and the desk of a worker that is driven by hand. */
export async function openDeliveries(service: TestService) {
  const stories = await openPlacedStories(service);
  const receiver = await startReceiver();
  const desk = openDesk(service.ctx);

  /** A story that an outlet has a licence for, wanted at its destination and not sent yet. */
  async function licensed(settings: { followsSeq?: boolean } = {}) {
    const outlet = await stories.newsroom.outlet();
    const destination = await createDestination(outlet.own, {
      outlet: outlet.id,
      channel: 'webhook',
      format: 'html',
      settings: { url: receiver.url, ...settings },
    });
    receiver.trust(String(destination.settings.secret));
    const article = await stories.newsroom.putIn();
    const licence = await outlet.ask(article);
    await stories.relay();
    const send = (take: Take = 'any', by = desk) =>
      deliverDestination(by, { destination: destination.id, take });
    return { outlet, destination: destination.id, article, licence, send };
  }

  /** What waits, for a retry or for a quiet time, is due now. */
  async function letWaitPass(article: string): Promise<void> {
    await service.db
      .updateTable('placement')
      .set({ next_at: new Date() })
      .where('article', '=', article)
      .where('next_at', 'is not', null)
      .execute();
  }

  return {
    ...stories,
    receiver,
    desk,
    licensed,
    letWaitPass,
    /** Newest first. */
    async attemptsOf(article: string) {
      const [placement] = await listPlacements(service.as({}), { article, limit: 1 });
      return listAttempts(service.as({}), { placement: placement?.id, limit: 50 });
    },
    /** What was delivered of an article, whether it was applied or not. */
    delivered: (article: string) =>
      receiver.deliveries.filter((delivery) => delivery.article.id === article),
    async close(): Promise<void> {
      desk.close();
      await receiver.close();
    },
  };
}
