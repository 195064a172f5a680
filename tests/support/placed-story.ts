import { correctArticle } from '../../src/services/articles/correct-article.ts';
import { listPlacements } from '../../src/services/placements/read-placements.ts';
import { relayOutbox } from '../../src/services/relay/relay-outbox.ts';
import type { TestService } from './context.ts';
import { openNewsroom, STORY } from './newsroom.ts';

/** A newsroom whose outlets have text in place, without a worker: what was sent is only noted. */
export async function openPlacedStories(service: TestService) {
  const newsroom = await openNewsroom(service);
  const relay = () => relayOutbox(service.ctx);

  async function placementOf(article: string) {
    const [placement] = await listPlacements(service.as({}), { article, limit: 10 });
    if (!placement) throw new Error('nothing is wanted anywhere');
    return placement;
  }

  /** What a worker would have done: the text stands at the outlet. */
  async function place(article: string): Promise<void> {
    await service.db
      .updateTable('placement')
      .set((eb) => ({
        sent: true,
        placed_seq: eb.ref('wanted_seq'),
        placed_op: eb.ref('wanted_op'),
        placed_version: eb.ref('wanted_version'),
        next_at: null,
      }))
      .where('article', '=', article)
      .execute();
  }

  async function licensedOutlet() {
    const outlet = await newsroom.outlet();
    await outlet.addDestination();
    const article = await newsroom.putIn();
    const licence = await outlet.ask(article);
    await relay();
    await place(article);
    return { outlet, article, licence };
  }

  function correct(article: string, expected: number, mandatory = false) {
    return correctArticle(service.as({}), {
      id: article,
      expected,
      publication: undefined,
      externalId: undefined,
      correctionNote: 'The month was wrong.',
      mandatory,
      content: { ...STORY, images: [], publishedAt: undefined },
    });
  }

  async function endNow(licence: string, afterExpiry: 'remove' | 'keepPublished'): Promise<void> {
    await service.db
      .updateTable('licence')
      .set({
        from_at: new Date(0),
        until_at: new Date(Date.now() - 1_000),
        after_expiry: afterExpiry,
      })
      .where('id', '=', licence)
      .execute();
  }

  return { newsroom, relay, placementOf, place, licensedOutlet, correct, endNow };
}
