import { getListFromStatusListJWT } from '@sd-jwt/jwt-status-list';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import pg from 'pg';
import type { LicenceState } from '../../../src/db/schema.ts';
import { statusOf } from '../../../src/domain/licence-status.ts';
import { compromiseKey } from '../../../src/services/signing-keys/compromise-key.ts';
import { signDueLists } from '../../../src/services/status/sign-due-lists.ts';
import { query } from '../../support/query.ts';
import {
  addOutlet,
  askForLicence,
  correct,
  type Licence,
  type Outlet,
  publish,
} from '../../support/seed.ts';
import { type ServedApp, serveApp } from '../../support/served-app.ts';

let app: ServedApp;
let outlet: Outlet;
beforeAll(async () => {
  app = await serveApp();
  outlet = await addOutlet(app.admin, app.url);
});
afterAll(() => app.close());

interface Place {
  idx: number;
  uri: string;
}
function placeOf({ token }: Licence): Place {
  return (decodeJwt(token).status as { status_list: Place }).status_list;
}

/** What a list says to anyone who asks for it at its address. */
async function publicStatus(licence: Licence): Promise<number> {
  const { uri, idx } = placeOf(licence);
  const response = await fetch(`${app.url}${new URL(uri).pathname}`);
  return getListFromStatusListJWT(await response.text()).getStatus(idx);
}

const granted = async (by = outlet) => askForLicence(by.api, await publish(app.admin));
const sql = (statement: string) => query(app.databaseUrl, statement);
const setState = (licence: Licence, state: LicenceState) =>
  sql(`update licence set state = '${state}' where id = '${licence.id}'`);
const versions = async ({ uri }: Place) =>
  (await sql(`select token from status_version where list = '${uri}' order by version`)).length;

test('a licence names its place, and the row keeps the same place', async () => {
  const licence = await granted();
  const { uri, idx } = placeOf(licence);
  expect(uri).toMatch(/^https:\/\/rights\.example\/status\/[\w-]{16}$/);
  expect(
    await sql(`select status_list, status_index from licence where id = '${licence.id}'`),
  ).toEqual([{ status_list: uri, status_index: idx }]);
});

test('a new list can be had at once, before any worker has seen it', async () => {
  const later = new Date(Date.now() + 80 * 86_400_000).toISOString();
  const licence = await askForLicence(outlet.api, await publish(app.admin), { until: later });
  expect(await publicStatus(licence)).toBe(0);
  expect(await versions(placeOf(licence))).toBe(1);
});

test('and when several ask for it while it is being signed, all of them get it', async () => {
  // In the next run of places every list is new.
  await sql('alter sequence status_position restart with 131072');
  const licence = await granted();
  const asking = [signDueLists(app.ctx), publicStatus(licence), publicStatus(licence)];
  expect((await Promise.all(asking)).slice(1)).toEqual([0, 0]);
  expect(await versions(placeOf(licence))).toBe(1);
});

test.each([
  ['revoked', 1],
  ['suspended', 2],
  ['superseded', 3],
  ['expired', 0],
  ['active', 0],
] as const)('a licence made %s by hand is found as %i', async (state, status) => {
  const licence = await granted();
  await signDueLists(app.ctx);
  await setState(licence, state);
  await signDueLists(app.ctx);
  expect(await publicStatus(licence)).toBe(status);
  expect(statusOf(state, false)).toBe(status);
});

test('revoking through the API and a correction change the list', async () => {
  const article = await publish(app.admin);
  const [kept, gone] = [await askForLicence(outlet.api, article), await granted()];
  await signDueLists(app.ctx);
  await app.admin.post(`/v1/licences/${gone.id}/revoke`, { reason: 'The fee was not paid.' });
  await correct(app.admin, article, 1, { headline: 'The pilot boat goes quiet' });
  await app.relay();
  await signDueLists(app.ctx);
  expect([await publicStatus(kept), await publicStatus(gone)]).toEqual([3, 1]);
});

test('while an outlet is suspended its licences in force are, and no others', async () => {
  const other = await addOutlet(app.admin, app.url, { name: 'The Mercury' });
  const [held, ended, foreign] = [await granted(other), await granted(other), await granted()];
  await setState(ended, 'revoked');
  const suspendedAt = (value: string) =>
    sql(`update outlet set suspended_at = ${value} where id = '${other.id}'`);
  const statuses = async () => {
    await signDueLists(app.ctx);
    return Promise.all([held, ended, foreign].map(publicStatus));
  };
  await suspendedAt('now()');
  expect(await statuses()).toEqual([2, 1, 0]);
  await suspendedAt('null');
  expect(await statuses()).toEqual([0, 1, 0]);
});

describe('a licence that is written while its outlet is being suspended is not valid', () => {
  /** The same licence once more, on the next place. */
  const copyOf = ({ id }: Licence) => `insert into licence select made.* from licence l
    cross join lateral jsonb_populate_record(l, jsonb_build_object('id', gen_random_uuid(),
      'status_index', (l.status_index + 1) % 131072)) made where l.id = '${id}'`;
  const suspend = (id: string) => `update outlet set suspended_at = now() where id = '${id}'`;

  async function together(first: string, second: string): Promise<void> {
    const [one, two] = [new pg.Client(app.databaseUrl), new pg.Client(app.databaseUrl)];
    await Promise.all([one.connect(), two.connect()]);
    await one.query('begin');
    await one.query(first);
    let waited = true;
    const later = two.query(second).then(() => {
      waited = false;
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(waited).toBe(true);
    await one.query('commit');
    await later;
    await Promise.all([one.end(), two.end()]);
  }

  test.each(['written first', 'suspended first'])('%s', async (order) => {
    const other = await addOutlet(app.admin, app.url, { name: 'The Herald' });
    const licence = await granted(other);
    await signDueLists(app.ctx);
    const [write, stop] = [copyOf(licence), suspend(other.id)];
    await (order === 'written first' ? together(write, stop) : together(stop, write));
    await signDueLists(app.ctx);
    const { uri, idx } = placeOf(licence);
    const response = await fetch(`${app.url}${new URL(uri).pathname}`);
    const list = getListFromStatusListJWT(await response.text());
    expect([idx, (idx + 1) % 131_072].map((at) => list.getStatus(at))).toEqual([2, 2]);
  });
});

test('a list is signed once for many changes, and not again without one', async () => {
  const licences = [await granted(), await granted(), await granted()];
  const [first] = licences.map(placeOf);
  if (!first) throw new Error('three licences have three places');
  await signDueLists(app.ctx);
  const before = await versions(first);
  for (const licence of licences) await setState(licence, 'suspended');
  expect(await signDueLists(app.ctx)).toBe(1);
  expect(await signDueLists(app.ctx)).toBe(0);
  expect(await versions(first)).toBe(before + 1);
});

test('a list is signed again after twelve hours, until a day after its last licence has ended', async () => {
  await granted();
  await signDueLists(app.ctx);
  const after = (hours: number) => {
    const now = Date.now() + hours * 3_600_000;
    return signDueLists({ ...app.ctx, now: () => now });
  };
  expect(await after(11)).toBe(0);
  expect(await after(12.1)).toBeGreaterThan(0);
  expect(await after(24 * 365)).toBe(0);
});

test('what a compromised key signed is signed again by the key that took over', async () => {
  const licence = await granted();
  await signDueLists(app.ctx);
  const { kid } = app.ctx.keys.active;
  const caller = { ...app.ctx.caller, kind: 'key', role: 'admin' } as const;
  await compromiseKey({ ...app.ctx, caller }, { kid, reason: 'It was mailed to a stranger.' });
  await app.ctx.keys.reload();
  await signDueLists(app.ctx);
  const response = await fetch(`${app.url}${new URL(placeOf(licence).uri).pathname}`);
  expect(decodeProtectedHeader(await response.text()).kid).toBe(app.ctx.keys.active.kid);
  expect(app.ctx.keys.active.kid).not.toBe(kid);
  expect(await signDueLists(app.ctx)).toBe(0);
});

test('a version that has been signed is there for good', async () => {
  await expect(sql("update status_version set token = ''")).rejects.toThrow('append-only');
  await expect(sql('delete from status_version')).rejects.toThrow('append-only');
});
