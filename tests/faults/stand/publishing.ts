import { askForLicence, publish } from '../../support/seed.ts';
import type { Want } from './count.ts';
import type { Stand } from './open-stand.ts';
import { each, type Outlet } from './outlets.ts';

/** Publishes stories, and has every outlet take a licence for each. */
export async function spread(
  stand: Stand,
  outlets: readonly Outlet[],
  stories: number,
): Promise<Want[]> {
  const articles = await each(stories, 4, () => publish(stand.admin));
  const pairs = articles.flatMap((article) => outlets.map((outlet) => ({ article, outlet })));
  await each(pairs.length, 8, async (at) => {
    const pair = pairs[at];
    if (pair) await askForLicence(pair.outlet.api, pair.article);
  });
  return pairs.flatMap(({ article, outlet }) => wantsOf(outlet, article, 1));
}

/** That an article stands in a version at every system of an outlet, or is gone there. */
export function wantsOf(outlet: Outlet, article: string, version: Want['version']): Want[] {
  return outlet.systems.map((system) => ({ system, article, version }));
}
