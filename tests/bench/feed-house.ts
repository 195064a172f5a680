import { setTimeout as sleep } from 'node:timers/promises';
import { query } from './bench-database.ts';
import { inTurns } from './in-turns.ts';
import { ASKED_USE, addWebhook, type Outlet, putIn, seed } from './seed.ts';
import type { Service } from './service.ts';

const RAISED_WITHIN_MS = 300_000;

/** A publication whose every story goes to outlets with standing licences. */
export interface FeedHouse {
  service: Service;
  databaseUrl: string;
  destinations: string[];
  /** Puts so many stories in; answers their ids. */
  publish(stories: number): Promise<string[]>;
  /** Holds all deliveries, or lets all go on, at one instant. */
  turn(state: 'paused' | 'active'): Promise<void>;
  /** One number of the database. */
  count(of: string): Promise<number>;
  /** Waits until a number of the database is at least so much; answers the milliseconds. */
  until(of: string, atLeast: number): Promise<number>;
}

/** @param origins where each outlet's webhook is; one outlet for each */
export async function openFeedHouse(
  service: Service,
  databaseUrl: string,
  origins: readonly string[],
): Promise<FeedHouse> {
  const { outlets } = await seed(service.api, { articles: 0, outlets: origins.length });
  const all = outlets.map((outlet, at) => ({ outlet, origin: origins[at] ?? '' }));
  const destinations = await inTurns(all, async ({ outlet, origin }) => {
    await askForFeed(service, outlet);
    return addWebhook(service.api, outlet, origin);
  });
  let stories = 0;
  const count = async (of: string) => {
    const [row] = await query<{ n: number }>(databaseUrl, `select (${of})::int as n`);
    return row?.n ?? 0;
  };
  return {
    ...{ service, databaseUrl, destinations, count },
    publish(wanted) {
      const numbers = Array.from({ length: wanted }, () => stories++);
      return inTurns(numbers, (number) => putIn(service.api, number));
    },
    async turn(state) {
      await query(databaseUrl, `update destination set state = '${state}' where channel <> 'pull'`);
    },
    async until(of, atLeast) {
      const startedAt = performance.now();
      while ((await count(of)) < atLeast) {
        if (performance.now() - startedAt > RAISED_WITHIN_MS) throw new Error(`never: ${of}`);
        await sleep(20);
      }
      return performance.now() - startedAt;
    },
  };
}

/** A standing licence for everything of the publication. */
export async function askForFeed(service: Service, { key }: Outlet): Promise<void> {
  const body = { feed: { publication: 'harbour', filter: {} }, use: ASKED_USE };
  const { state } = await service.api.call<{ state: string }>('POST', '/v1/requests', body, key);
  if (state !== 'granted') throw new Error(`a feed that the policy grants is ${state}`);
}
