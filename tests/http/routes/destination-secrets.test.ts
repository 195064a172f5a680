import { forgetFormerSecrets } from '../../../src/services/destinations/forget-former-secrets.ts';
import type { ApiClient } from '../../support/api-client.ts';
import { openHandWorker } from '../../support/hand-worker.ts';
import { type Receiver, startReceiver } from '../../support/receiver.ts';
import {
  addOutlet,
  askForLicence,
  type Outlet,
  type Page,
  type Placement,
  publish,
} from '../../support/seed.ts';
import { type ServedApp, serveApp } from '../../support/served-app.ts';

interface Destination {
  id: string;
  settings: { url: string; secret: string };
  formerSecretUntil?: string;
}
type Problem = { code: string; errors?: { pointer: string; detail: string }[] };

let app: ServedApp;
let receiver: Receiver;
let outlet: Outlet & { destination: string };
let worker: ReturnType<typeof openHandWorker>;
beforeEach(async () => {
  [app, receiver] = await Promise.all([serveApp(), startReceiver()]);
  outlet = await addOutlet(app.admin, app.url, { receiver });
  worker = openHandWorker(app.ctx);
});
afterEach(async () => {
  worker.close();
  await Promise.all([app.close(), receiver.close()]);
});

const FRESH = `whsec_${Buffer.alloc(24, 5).toString('base64')}`;

async function rotate(body: object = {}): Promise<Destination> {
  const path = `/v1/destinations/${outlet.destination}/rotate-secret`;
  return (await outlet.api.post<Destination>(path, body)).body;
}

/** Sends one more story and says how often the receiver has refused a signature. */
async function faultsAfterAStory(): Promise<number> {
  await askForLicence(outlet.api, await publish(app.admin));
  await worker.send(outlet.destination);
  return receiver.faults.length;
}

async function placements(): Promise<Placement[]> {
  return (await outlet.api.get<Page<Placement>>('/v1/placements')).body.items;
}

const settingsOf = async (api: ApiClient) =>
  (await api.get<Destination>(`/v1/destinations/${outlet.destination}`)).body;

test('the new secret is shown once, and both sign until the overlap is over', async () => {
  const { settings, formerSecretUntil } = await rotate();
  expect(settings.secret).toMatch(/^whsec_/);
  const inHours = (Date.parse(formerSecretUntil ?? '') - Date.now()) / 3_600_000;
  expect(inHours).toBeCloseTo(24, 1);
  expect((await settingsOf(outlet.api)).settings.secret).toBe('••••');
  // The receiver still knows the old one alone.
  expect(await faultsAfterAStory()).toBe(0);
  const other = await startReceiver();
  await outlet.api.patch(`/v1/destinations/${outlet.destination}`, {
    settings: { url: other.url },
  });
  other.trust(settings.secret);
  await worker.send(outlet.destination);
  expect([other.faults, other.deliveries.length]).toEqual([[], 1]);
  await other.close();
});

test('after the overlap only the new one signs, and nothing is left of the old one', async () => {
  const { settings } = await rotate({ overlapHours: 1 });
  const past = { former_until: new Date(Date.now() - 1_000) };
  await app.ctx.db.updateTable('destination').set(past).execute();
  expect(await faultsAfterAStory()).toBe(1);
  receiver.trust(settings.secret);
  expect(await faultsAfterAStory()).toBe(1);
  await forgetFormerSecrets(app.ctx);
  const row = await app.ctx.db
    .selectFrom('destination')
    .select(['former', 'former_until'])
    .where('id', '=', outlet.destination)
    .executeTakeFirst();
  expect(row).toEqual({ former: null, former_until: null });
  expect((await settingsOf(outlet.api)).formerSecretUntil).toBeUndefined();
});

test('a secret that others know stops signing at once', async () => {
  const { formerSecretUntil } = await rotate({ overlapHours: 0 });
  expect(formerSecretUntil).toBeUndefined();
  expect(await faultsAfterAStory()).toBe(1);
});

test('what stands there is not sent again for a new secret', async () => {
  await faultsAfterAStory();
  await rotate({ secret: FRESH });
  await outlet.api.patch(`/v1/destinations/${outlet.destination}`, { settings: { secret: FRESH } });
  await worker.send(outlet.destination);
  expect(receiver.deliveries).toHaveLength(1);
  expect((await placements()).map((placement) => placement.seq)).toEqual([1]);
});

test('a secret that is changed like any other setting overlaps too', async () => {
  await outlet.api.patch(`/v1/destinations/${outlet.destination}`, { settings: { secret: FRESH } });
  expect((await settingsOf(outlet.api)).formerSecretUntil).toBeDefined();
  expect(await faultsAfterAStory()).toBe(0);
});

test('a secret or an overlap that cannot be used is refused, and says which', async () => {
  const path = `/v1/destinations/${outlet.destination}/rotate-secret`;
  const refusals = await Promise.all(
    [{ secret: 'too-short' }, { overlapHours: 169 }, { overlapHours: -1 }].map((body) =>
      outlet.api.ask<Problem>('POST', path, { body }),
    ),
  );
  expect(refusals.map(({ status }) => status)).toEqual([422, 422, 422]);
  expect(refusals.map(({ body }) => body.errors?.map((error) => error.pointer))).toEqual([
    ['#/secret'],
    ['#/overlapHours'],
    ['#/overlapHours'],
  ]);
  expect(JSON.stringify(refusals)).not.toContain('too-short');
});

test('a repeated request answers with the secret masked and rotates once', async () => {
  const path = `/v1/destinations/${outlet.destination}/rotate-secret`;
  const headers = { 'idempotency-key': 'once' };
  const first = await outlet.api.ask<Destination>('POST', path, { body: {}, headers });
  const again = await outlet.api.ask<Destination>('POST', path, { body: {}, headers });
  expect(first.body.settings.secret).toMatch(/^whsec_/);
  expect(again.body.settings.secret).toBe('••••');
  receiver.trust(first.body.settings.secret);
  expect(await faultsAfterAStory()).toBe(0);
});

test('what outlets take themselves is signed with nothing', async () => {
  const { body } = await outlet.api.get<Page<{ id: string; channel: string }>>('/v1/destinations');
  const pull = body.items.find(({ channel }) => channel === 'pull');
  const reply = await outlet.api.ask<Problem>(
    'POST',
    `/v1/destinations/${pull?.id}/rotate-secret`,
    {
      body: {},
    },
  );
  expect([reply.status, reply.body.code]).toEqual([409, 'destination-implicit']);
});
