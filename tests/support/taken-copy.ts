import { transact } from '../../src/db/database.ts';
import { killArticle } from '../../src/services/articles/kill-article.ts';
import { deliverDestination } from '../../src/services/deliver/deliver-destination.ts';
import type { Desk } from '../../src/services/deliver/desk.ts';
import { listDestinations } from '../../src/services/destinations/pause-destination.ts';
import { listNotices } from '../../src/services/notices/list-notices.ts';
import { takeItself } from '../../src/services/placements/take-itself.ts';
import { verifyDestination } from '../../src/services/verify/verify-destination.ts';
import type { TestService } from './context.ts';
import type { openPlacedStories } from './placed-story.ts';

export type TakenCopy = Awaited<ReturnType<typeof takeCopy>>;

/** An outlet that has no destination of its own and takes a text itself. */
export async function takeCopy(
  service: TestService,
  desk: Desk,
  stories: Awaited<ReturnType<typeof openPlacedStories>>,
  contacts = [{ email: 'desk@fjord-courier.example', name: null }],
) {
  const outlet = await stories.newsroom.outlet();
  await service.db
    .updateTable('outlet')
    .set({ contacts: JSON.stringify(contacts) })
    .where('id', '=', outlet.id)
    .execute();
  const article = await stories.newsroom.putIn();
  const licence = await outlet.ask(article);
  await stories.relay();
  const take = (version = 1) =>
    transact(service.db, (tx) =>
      takeItself(tx, outlet.own, { outlet: outlet.id, article, licence: licence.id, version }),
    );
  await take();
  const [pull] = await listDestinations(outlet.own, { limit: 10 });
  if (pull?.channel !== 'pull') throw new Error('every outlet has a place for what it takes');
  return {
    ...{ outlet, article, licence, take, pull: pull.id },
    deliver: () => deliverDestination(desk, { destination: pull.id, take: 'any' }),
    kill: () => killArticle(service.as({}), { id: article, reason: 'Not genuine.', note: null }),
    remind: () => verifyDestination(desk.ctx, pull.id),
    placement: () => stories.placementOf(article),
    async notices(kind: string) {
      const all = await listNotices(service.as({}), { kind, limit: 50 });
      const { id } = await stories.placementOf(article);
      return all.filter((notice) => notice.about_id === id);
    },
  };
}
