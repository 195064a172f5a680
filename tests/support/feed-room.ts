import type { ArticleConditions } from '../../src/domain/rule-conditions.ts';
import { correctArticle } from '../../src/services/articles/correct-article.ts';
import { putInArticle } from '../../src/services/articles/put-in-article.ts';
import { relayOutbox } from '../../src/services/relay/relay-outbox.ts';
import type { TestService } from './context.ts';
import { openNewsroom, STORY } from './newsroom.ts';

export interface FeedStory {
  headline?: string;
  language?: string;
  subjects?: readonly string[];
  publishedAt?: number;
  embargoUntil?: number | null;
  rights?: object;
}

/** A newsroom with an outlet that has a destination, for feeds; without a worker. */
export async function openFeedRoom(service: TestService) {
  const newsroom = await openNewsroom(service);
  const outlet = await newsroom.outlet();
  const destination = await outlet.addDestination();
  const relay = () => relayOutbox(service.ctx);
  const content = (more: FeedStory) => ({ ...STORY, images: [], ...more }) as never;

  async function putIn(more: FeedStory = {}): Promise<string> {
    const asked = { publication: newsroom.slug, externalId: null, replaces: null };
    return (await putInArticle(newsroom.admin, { ...asked, content: content(more) })).id;
  }
  function correct(id: string, expected: number, more: FeedStory = {}) {
    return correctArticle(newsroom.admin, {
      ...{ id, expected, publication: undefined, externalId: undefined, correctionNote: null },
      ...{ mandatory: false, content: content(more) },
    });
  }

  /** A feed with one story that stands at the outlet. */
  async function placedFeed(filter: ArticleConditions = {}) {
    const licence = await outlet.askFeed(filter);
    const article = await putIn({ subjects: ['sea'] });
    await relay();
    await place(article);
    return { licence, article };
  }

  const placements = (article: string) =>
    service.db
      .selectFrom('placement')
      .selectAll()
      .where('article', '=', article)
      .orderBy('id')
      .execute();

  async function placementOf(article: string) {
    const [placement, another] = await placements(article);
    if (!placement || another) throw new Error('one placement is expected');
    return placement;
  }

  /** What a worker would have done: what is wanted stands at the outlet. */
  const place = (article: string) =>
    service.db
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

  /** As if the words of all changes had been lost. */
  const lose = () => service.db.deleteFrom('outbox').execute();

  return {
    ...newsroom,
    anotherOutlet: newsroom.outlet,
    ...{ outlet, destination, relay, putIn, correct, placedFeed, placements, placementOf, place },
    lose,
  };
}
