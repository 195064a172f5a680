import { setTimeout as sleep } from 'node:timers/promises';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { query } from '../support/query.ts';
import { addOutlet, askForLicence, type Outlet, publish } from '../support/seed.ts';
import { openSplitHouse, type SplitHouse } from '../support/split-house.ts';
import { groundFor } from '../support/tiers.ts';

const DAY_MS = 86_400_000;
/**
 * A reader that meets a `kid` it does not know asks for the keys again, unless it has asked within
 * the last 30 s (jose's default). The service lets no key sign within ten minutes of its
 * publication; here that is cut to little more than what such a reader needs.
 */
const LEAD_MS = 34_000;
const AFTER_MS = 6_000;
const SEEN_WITHIN_MS = 5_000;

let house: SplitHouse;
beforeAll(async () => {
  house = await openSplitHouse(await groundFor('PostgreSQL'));
}, 120_000);
afterAll(() => house.close());

/** Somebody who verifies with jose as it comes: its own copy of the keys, its own cache. */
function openReader() {
  const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', house.url));
  const options = { algorithms: ['ES256'], typ: 'reprint-licence+jwt', issuer: house.url };
  return (token: string) => jwtVerify(token, keys, options);
}

interface Issued {
  token: string;
  at: number;
}

test('licences that are issued while keys rotate verify for readers with jose’s own cache', async () => {
  const { admin, url } = house;
  const outlet = await addOutlet(admin, url);
  const article = await publish(admin);
  const early = openReader();
  const issued: Issued[] = [await issue(outlet, article, 0)];
  const failures: unknown[] = [];
  await early(issued[0]?.token ?? '');

  const { kid } = (await admin.post<{ kid: string }>('/v1/signing-keys/rotate')).body;
  const until = Date.now() + LEAD_MS;
  await query(
    String(house.env.DATABASE_URL),
    `update signing_key set activates_at = '${new Date(until).toISOString()}' where kid = '${kid}'`,
  );
  const late = openReader();
  for (let nth = 1; Date.now() < until + AFTER_MS; nth += 1) {
    const one = await issue(outlet, article, nth);
    issued.push(one);
    for (const verify of [early, late, openReader()]) {
      await verify(one.token).catch((error) => failures.push(error));
    }
    await sleep(100);
  }

  expect(failures).toEqual([]);
  const kids = issued.map(({ token }) => decodeProtectedHeader(token).kid);
  const first = kids.indexOf(kid);
  expect(new Set(kids.slice(0, first)).size).toBe(1);
  expect(new Set(kids.slice(first))).toEqual(new Set([kid]));
  expect((issued[first]?.at ?? 0) - until).toBeLessThan(SEEN_WITHIN_MS);
  for (const { token } of issued) await expect(early(token)).resolves.toBeDefined();
}, 120_000);

/** A licence of its own each time: what one already allows is not granted a second time. */
async function issue({ api }: Outlet, article: string, nth: number): Promise<Issued> {
  const until = new Date(Date.now() + 30 * DAY_MS + nth * 60_000).toISOString();
  const { token } = await askForLicence(api, article, { until });
  return { token, at: Date.now() };
}
