import { sql } from 'kysely';
import { deliverDestination } from '../../src/services/deliver/deliver-destination.ts';
import type { Desk } from '../../src/services/deliver/desk.ts';
import { verifyDestination } from '../../src/services/verify/verify-destination.ts';
import type { TestService } from './context.ts';
import { startLocalServer } from './local-server.ts';
import type { openPlacedStories } from './placed-story.ts';
import type { Envelope } from './receiver.ts';

/** What the page of a story answers. */
export type PageAnswer = { status: number; html?: string; headers?: Record<string, string> };

/** An outlet's own system that publishes what it gets, and says where; how its page answers is told. */
export async function startOutletSite() {
  const server = await startLocalServer();
  const envelopes: (Envelope & { notice?: { text: string; html: string } })[] = [];
  let page: PageAnswer = { status: 200, html: '<p>Nothing here yet.</p>' };
  let hook: { status: number; retryAfterSeconds?: number } = { status: 200 };
  server.answer((response, request) => {
    if (request.method === 'POST') {
      envelopes.push(JSON.parse(server.received.at(-1)?.body ?? '') as Envelope);
      if (hook.retryAfterSeconds) response.setHeader('retry-after', hook.retryAfterSeconds);
      response.writeHead(hook.status).end(JSON.stringify({ url: `${server.url}/ferry` }));
    } else response.writeHead(page.status, page.headers).end(page.html);
  });
  return {
    url: `${server.url}/hook`,
    origin: server.url,
    envelopes,
    looks: () => server.received.filter(({ method }) => method === 'GET'),
    show: (next: PageAnswer) => {
      page = next;
    },
    hook: (status: number, retryAfterSeconds?: number) => {
      hook = retryAfterSeconds === undefined ? { status } : { status, retryAfterSeconds };
    },
    close: server.close,
  };
}

export type OutletSite = Awaited<ReturnType<typeof startOutletSite>>;

/** A story that stands on an outlet's site, which has said where. */
export async function placeOnSite(
  service: TestService,
  desk: Desk,
  stories: Awaited<ReturnType<typeof openPlacedStories>>,
  site: OutletSite,
) {
  const outlet = await stories.newsroom.outlet();
  await service.db
    .updateTable('outlet')
    .set({
      origins: JSON.stringify([site.origin]),
      contacts: JSON.stringify([{ email: 'desk@fjord-courier.example', name: null }]),
    })
    .where('id', '=', outlet.id)
    .execute();
  const { id: destination } = await outlet.addDestination(site.url);
  const article = await stories.newsroom.putIn();
  const licence = await outlet.ask(article);
  await stories.relay();
  const deliver = () => deliverDestination(desk, { destination, take: 'any' });
  await deliver();
  return {
    outlet,
    destination,
    article,
    licence,
    deliver,
    placement: () => stories.placementOf(article),
    look: () => verifyDestination(service.ctx, destination),
  };
}

/** Lets what placements of an article wait for be due now, as if the time had passed. */
export async function passTime(service: TestService, article: string, ms: number): Promise<void> {
  const by = sql`make_interval(secs => ${ms / 1000})`;
  await sql`
    update placement set next_at = next_at - ${by}, verify_at = verify_at - ${by},
      raised_at = raised_at - ${by} where article = ${article}
  `.execute(service.db);
}
