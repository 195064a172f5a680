import { sql } from 'kysely';
import { type Receiver, startReceiver } from '../../support/receiver.ts';
import { addOutlet, type Outlet } from '../../support/seed.ts';
import { type ServedApp, serveApp } from '../../support/served-app.ts';

interface Destination {
  id: string;
  limits: { concurrency: number | null; perMinute: number | null };
  health: { state: string; failures: number; openUntil?: string; failingSince?: string };
}

let app: ServedApp;
let receiver: Receiver;
let outlet: Outlet & { destination: string };
beforeAll(async () => {
  [app, receiver] = await Promise.all([serveApp(), startReceiver()]);
  outlet = await addOutlet(app.admin, app.url, { receiver });
});
afterAll(() => Promise.all([app.close(), receiver.close()]));

const path = () => `/v1/destinations/${outlet.destination}`;

async function change(body: object): Promise<Destination> {
  return (await outlet.api.patch<Destination>(path(), body)).body;
}

async function read(): Promise<Destination> {
  return (await outlet.api.get<Destination>(path())).body;
}

test('an owner says how much goes at once and in a minute, one without the other, and takes it back', async () => {
  expect((await read()).limits).toEqual({ concurrency: null, perMinute: null });
  await change({ limits: { concurrency: 2 } });
  await change({ limits: { perMinute: 60 } });
  expect((await read()).limits).toEqual({ concurrency: 2, perMinute: 60 });
  expect((await change({ limits: { concurrency: null } })).limits).toEqual({
    concurrency: null,
    perMinute: 60,
  });
  expect((await change({ format: 'json' })).limits.perMinute).toBe(60);
});

test('they can be set at once with a new destination', async () => {
  const body = {
    ...{ channel: 'webhook', format: 'html', limits: { perMinute: 5 } },
    settings: { url: `${receiver.url}/other` },
  };
  const { body: made } = await outlet.api.post<Destination>(
    `/v1/outlets/${outlet.id}/destinations`,
    body,
  );
  expect(made.limits).toEqual({ concurrency: null, perMinute: 5 });
});

test.each([
  [{ concurrency: 0 }, '#/limits/concurrency'],
  [{ concurrency: 51 }, '#/limits/concurrency'],
  [{ perMinute: 10_001 }, '#/limits/perMinute'],
  [{ perMinute: 1.5 }, '#/limits/perMinute'],
  [{ perHour: 5 }, '#/limits/perHour'],
])('%j is refused, and the field named', async (limits, pointer) => {
  const sending = { status: 422 };
  const { body } = await outlet.api.patch<{ errors: { pointer: string }[] }>(
    path(),
    { limits },
    sending,
  );
  expect(body.errors.map((error) => error.pointer)).toEqual([pointer]);
});

test('an open breaker is shown, and a change of the limits alone leaves it open', async () => {
  expect((await read()).health).toEqual({ state: 'closed', failures: 0 });
  await sql`
    update destination set failures = 6, ramp = 1, opened = 1, failing_since = now(),
      open_until = now() + interval '1 minute' where id = ${outlet.destination}`.execute(
    app.ctx.db,
  );
  await change({ limits: { perMinute: 30 } });
  const { health } = await read();
  expect(health).toMatchObject({ state: 'open', failures: 6 });
  expect(Date.parse(health.openUntil ?? '')).toBeGreaterThan(Date.now());
  expect(health.failingSince).toBeDefined();
});

test('new settings are tried without what was held against the old ones', async () => {
  await change({ settings: { url: `${receiver.url}/elsewhere` } });
  expect((await read()).health).toEqual({ state: 'closed', failures: 0 });
});
