import { type Route, statusesOf } from '../../src/http/route.ts';
import { routes } from '../../src/http/routes/index.ts';
import { type ApiClient, apiClient } from '../support/api-client.ts';
import { type Receiver, startReceiver } from '../support/receiver.ts';
import {
  addOutlet,
  ask,
  askForLicence,
  type Decided,
  type Outlet,
  publish,
} from '../support/seed.ts';
import { type ServedApp, serveApp } from '../support/served-app.ts';
import { linkToken, takenPlacement } from '../support/taken-placement.ts';

let app: ServedApp;
let receiver: Receiver;
beforeAll(async () => {
  [app, receiver] = await Promise.all([serveApp(), startReceiver()]);
});
afterAll(async () => {
  await app.close();
  await receiver.close();
});

describe('every documented example is accepted', () => {
  const examples = routes.flatMap((route) =>
    Object.entries(route.examples ?? {}).map(
      ([name, body]) => [`${route.method} ${route.path}`, name, route, body] as const,
    ),
  );
  let outlet: Outlet & { destination: string };
  /** Whose requests wait for a person. */
  let newcomer: Outlet;
  beforeAll(async () => {
    outlet = await addOutlet(app.admin, app.url, { receiver });
    newcomer = await addOutlet(app.admin, app.url, { tags: ['newcomer'] });
    const agency = routes.find(({ path }) => path === '/v1/publications/{slug}');
    await app.admin.put('/v1/publications/harbour-news', Object.values(agency?.examples ?? {})[0]);
  });

  /** A fresh thing of the kind that the address names. */
  const FRESH: Record<string, () => Promise<string>> = {
    articles: () => publish(app.admin),
    outlets: async () => (await addOutlet(app.admin, app.url)).id,
    destinations: async () => outlet.destination,
    requests: async () => (await ask(newcomer.api, await publish(app.admin))).id,
    licences: async () => (await askForLicence(outlet.api, await publish(app.admin))).id,
    placements: () => takenPlacement(app, outlet),
  };

  async function addressOf({ path }: Route): Promise<string> {
    const address = path.replace('{slug}', 'harbour-news').replace('{kid}', app.ctx.keys.log.kid);
    if (address.includes('{token}')) {
      return address.replace('{token}', await linkToken(app, outlet));
    }
    const kind = address.split('/')[2] ?? '';
    const found = address.includes('{id}')
      ? address.replace('{id}', (await FRESH[kind]?.()) ?? '')
      : address;
    if (found.endsWith('/reinstate')) await suspend(found);
    if (found.endsWith('/receipts')) await take(found);
    if (ANSWERS.test(found)) await makeOffer(found);
    return found;
  }

  /** Only an offer that stands can be answered. */
  async function makeOffer(address: string): Promise<void> {
    const path = address.replace(ANSWERS, '/messages');
    await app.admin.post(path, { offer: { terms: 'web' } });
  }

  /** Only what an outlet has can be reported. */
  async function take(address: string): Promise<void> {
    await outlet.api.get(address.replace('/receipts', '/article'));
  }

  /** Only what is suspended can be reinstated. */
  async function suspend(address: string): Promise<void> {
    await app.admin.post(address.replace('/reinstate', '/suspend'), { reason: 'Unpaid.' });
  }

  function senderFor({ access, path }: Route): ApiClient {
    if (ANSWERS.test(path)) return newcomer.api;
    if (access === 'public') return apiClient(app.url);
    return access.includes('admin' as never) ? app.admin : outlet.api;
  }

  /** An example names an article, and an outlet, that only the documentation knows. */
  async function bodyFrom({ path }: Route, example: object): Promise<object> {
    // A year that the documentation names lies beyond what the terms offer.
    if (path.endsWith('/receipts')) return { ...example, url: 'https://courier.example/ferry' };
    if (path.endsWith('/renew')) return { ...example, until: inDays(60) };
    if ('feed' in example && 'outlet' in example) return { ...example, outlet: outlet.id };
    if (!('articleId' in example)) return example;
    const own = path.includes('{slug}') ? { publication: 'harbour-news' } : {};
    const asking = 'outlet' in example ? { outlet: outlet.id } : {};
    return { ...example, ...asking, articleId: await publish(app.admin, own) };
  }

  test.each(examples)('%s: %s', async (_where, _name, route, example) => {
    const body = await bodyFrom(route, example as object);
    const reply = await senderFor(route).ask<Decided>(
      route.method.toUpperCase(),
      await addressOf(route),
      { body, headers: route.headers ? { 'if-match': '"1"' } : {} },
    );
    const accepted = statusesOf(route).includes(reply.status);
    expect([accepted, reply.text]).toEqual([true, reply.text]);
  });
});

/** What the outlet of a request that waits does. */
const ANSWERS = /\/(accept|decline)$/;

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString();
}
