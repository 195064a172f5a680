import { webhook } from '../../../src/channels/webhook.ts';
import { createEgress, type Egress } from '../../../src/security/egress/index.ts';
import { UPSERT } from '../../channels/wanted-state.ts';
import { type LocalServer, startLocalServer } from '../../support/local-server.ts';
import { addOutlet, type Outlet } from '../../support/seed.ts';
import { type ServedApp, serveApp } from '../../support/served-app.ts';
import { FORBIDDEN_ADDRESSES } from './forbidden-addresses.ts';
import { SPELLINGS } from './spellings.ts';

const SECRET = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
const ROWS = Object.entries(FORBIDDEN_ADDRESSES);
const ADDRESSES = ROWS.flatMap(([, addresses]) => addresses);
const urlOf = (address: string) =>
  address.includes(':') ? `https://[${address}]/hook` : `https://${address}/hook`;

interface Answer {
  code: string;
  errors?: { pointer: string; code: string; detail: string }[];
}

/** Sends what a webhook would, and answers with how that went. */
async function connect(egress: Egress, url: string) {
  const settings = { url, secret: SECRET, followsSeq: true };
  return webhook.deliver(UPSERT, settings, { egress, now: Date.now });
}

describe('without an allow list', () => {
  let addresses: readonly string[];
  const egress = createEgress({ allow: [], resolve: async () => addresses });
  let app: ServedApp;
  let outlet: Outlet;
  beforeAll(async () => {
    app = await serveApp({ egress });
    addresses = ['1.1.1.1'];
    outlet = await addOutlet(app.admin, app.url);
  });
  afterAll(() => app.close());

  async function save(url: string) {
    const body = { channel: 'webhook', format: 'html', settings: { url } };
    const reply = await outlet.api.ask<Answer & { id: string }>(
      'POST',
      `/v1/outlets/${outlet.id}/destinations`,
      { body },
    );
    return reply;
  }
  const REFUSED = {
    status: 422,
    body: { errors: [{ pointer: '#/settings/url', code: 'address-not-allowed' }] },
  };

  test.each(ROWS)('%s: no address is saved or connected to', async (_, row) => {
    for (const address of row) {
      expect(await save(urlOf(address))).toMatchObject(REFUSED);
      const outcome = await connect(egress, urlOf(address));
      expect(outcome).toMatchObject({ class: 'blocked', code: 'address-not-allowed' });
    }
  });

  test.each(ROWS)('%s: no name that leads there is saved or connected to', async (_, row) => {
    for (const [at, address] of row.entries()) {
      addresses = ['1.1.1.1', address];
      const url = `https://n${at}-${ADDRESSES.indexOf(address)}.outlet.example/hook`;
      expect(await save(url)).toMatchObject(REFUSED);
      expect(await connect(egress, url)).toMatchObject({ class: 'blocked' });
    }
  });

  test('no spelling of one is saved, be it new or instead of one that was fine', async () => {
    addresses = ['1.1.1.1'];
    const { body } = await save('https://fine.outlet.example/hook');
    for (const url of SPELLINGS) {
      expect(await save(url)).toMatchObject(REFUSED);
      const change = { body: { settings: { url } } };
      const changed = await outlet.api.ask('PATCH', `/v1/destinations/${body.id}`, change);
      expect(changed).toMatchObject(REFUSED);
      expect(await connect(egress, url)).toMatchObject({ class: 'blocked' });
    }
  });
});

describe('with an allow list', () => {
  /** 127.0.0.8 to 127.0.0.11. */
  const egress = createEgress({ allow: ['127.0.0.8/30'] });
  const servers = new Map<string, LocalServer>();
  beforeAll(async () => {
    for (const last of [7, 8, 11, 12]) {
      const host = `127.0.0.${last}`;
      servers.set(host, await startLocalServer(host));
    }
  });
  afterAll(async () => {
    await egress.close();
    await Promise.all([...servers.values()].map((server) => server.close()));
  });
  const serverAt = (host: string) => servers.get(host) as LocalServer;
  const urlAt = (host: string) => `http://${host}:${serverAt(host).port}/hook`;

  test.each([
    ['127.0.0.7', 'blocked', 0],
    ['127.0.0.8', 'placed', 1],
    ['127.0.0.11', 'placed', 1],
    ['127.0.0.12', 'blocked', 0],
  ])('its edges are where the range ends: %s is %s', async (host, outcome, connections) => {
    expect(egress.inspect(urlAt(host))?.code).toBe(
      outcome === 'blocked' ? 'address-not-allowed' : undefined,
    );
    expect(await connect(egress, urlAt(host))).toMatchObject({ class: outcome });
    expect(serverAt(host).connections()).toBe(connections);
  });

  test.each([301, 302, 303, 307, 308])(
    'a redirect (%i) out of it is not followed',
    async (status) => {
      const location = urlAt('127.0.0.12');
      serverAt('127.0.0.8').answer((response) => response.writeHead(status, { location }).end());
      const outcome = await connect(egress, urlAt('127.0.0.8'));
      expect(outcome).toMatchObject({ class: 'misconfigured', code: `http-${status}` });
      expect(outcome.message).toContain(location);
      expect(serverAt('127.0.0.12').connections()).toBe(0);
    },
  );

  test('a name that leads into it now and beside it a moment later is not followed there', async () => {
    let now = 0;
    let leadsTo = '127.0.0.11';
    const rebinding = createEgress({
      allow: ['127.0.0.8/30'],
      resolve: async () => [leadsTo],
      monotonicMs: () => now,
    });
    const { port } = serverAt('127.0.0.7');
    const url = `http://rebinding.example:${port}/hook`;
    expect(await rebinding.inspectResolved(url)).toBeNull();
    leadsTo = '127.0.0.7';
    // What was checked is what is dialled, whatever the name server says meanwhile: nobody is there.
    expect(await connect(rebinding, url)).toMatchObject({ class: 'later' });
    now += 3_600_000;
    expect(await connect(rebinding, url)).toMatchObject({ class: 'blocked' });
    expect(serverAt('127.0.0.7').connections()).toBe(0);
    await rebinding.close();
  });
});
