import type { Route } from '../../src/http/route.ts';
import { routes } from '../../src/http/routes/index.ts';
import { type Receiver, startReceiver } from '../support/receiver.ts';
import {
  addOutlet,
  ask,
  askForFeed,
  type Outlet,
  type Page,
  type Placement,
  PUBLICATION,
  publish,
} from '../support/seed.ts';
import { type ServedApp, serveApp } from '../support/served-app.ts';

let app: ServedApp;
let receiver: Receiver;
beforeAll(async () => {
  [app, receiver] = await Promise.all([serveApp(), startReceiver()]);
});
afterAll(async () => {
  await app.close();
  await receiver.close();
});

const named = (list: readonly Route[]) =>
  list.map((route) => [`${route.method} ${route.path}`, route] as const);
const firstExample = ({ examples = {} }: Route) => Object.values(examples)[0] ?? {};

describe('what belongs to another outlet is not there', () => {
  /** Where an id names something of one outlet. */
  const OWNED = ['outlets', 'destinations', 'requests', 'licences', 'placements'] as const;
  /** Stories are offered to every outlet alike. */
  const SHARED = ['/v1/articles/{id}', '/v1/articles/{id}/versions'];
  const forOutlets = routes.filter(
    ({ access, path }) => access.includes('outlet' as never) && !SHARED.includes(path),
  );
  let stranger: Outlet;
  let owner: Outlet;
  let ids: Record<(typeof OWNED)[number], string>;
  let feed: { licence: string; article: string };
  beforeAll(async () => {
    stranger = await addOutlet(app.admin, app.url);
    const other = await addOutlet(app.admin, app.url, { receiver });
    owner = other;
    const decided = await ask(owner.api, await publish(app.admin));
    const standing = await askForFeed(owner.api, PUBLICATION);
    feed = { licence: standing.id, article: await publish(app.admin) };
    await app.relay();
    await app.seal();
    const { body } = await owner.api.get<Page<Placement>>('/v1/placements');
    ids = {
      outlets: owner.id,
      destinations: other.destination,
      requests: decided.id,
      licences: decided.licence?.id ?? '',
      placements: body.items[0]?.id ?? '',
    };
  });

  function addressOf({ path }: Route): string {
    if (path.startsWith('/v1/licences/{id}/articles')) {
      return path.replace('{id}', feed.licence).replace('{articleId}', feed.article);
    }
    const kind = OWNED.find((owned) => path.startsWith(`/v1/${owned}/{id}`));
    if (!kind) throw new Error(`say in this test whose the id in ${path} is`);
    return path.replace('{id}', ids[kind]);
  }

  test.each(named(forOutlets.filter(({ path }) => path.includes('{'))))(
    '%s',
    async (_name, route) => {
      const path = addressOf(route);
      const body = route.method === 'get' ? {} : { body: firstExample(route) };
      const reply = await stranger.api.ask<{ code: string }>(
        route.method.toUpperCase(),
        path,
        body,
      );
      expect([reply.status, reply.body.code]).toEqual([
        404,
        expect.stringMatching(/^(outlet|destination|request|licence|placement)-not-found$/),
      ]);
      // The owner reads what the stranger could not see, so it was not for a wrong address.
      if (route.method === 'get') await owner.api.get(path);
    },
  );

  test.each(
    named(forOutlets.filter(({ path, method }) => method === 'get' && !path.includes('{'))),
  )('%s lists none of it, even when asked by the owner’s id', async (_name, route) => {
    for (const query of ['', `?outlet=${owner.id}`]) {
      const { status, text } = await stranger.api.ask('GET', `${route.path}${query}`);
      expect([200, 422]).toContain(status);
      for (const [kind, id] of Object.entries(ids)) {
        if (kind !== 'outlets' || query === '') expect(text).not.toContain(id);
      }
    }
  });

  test('and it is as it was', async () => {
    const { body } = await owner.api.get<object>(`/v1/destinations/${ids.destinations}`);
    expect(body).toMatchObject({ state: 'active', format: 'html' });
    const { body: placement } = await owner.api.get<Placement>(`/v1/placements/${ids.placements}`);
    expect(placement.seq).toBe(1);
  });
});
