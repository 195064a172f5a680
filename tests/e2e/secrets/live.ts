import { createPrivateKey } from 'node:crypto';
import { buildTools } from '../../../src/build-context.ts';
import { routes } from '../../../src/http/routes/index.ts';
import { type ApiClient, apiClient } from '../../support/api-client.ts';
import { query } from '../../support/query.ts';
import { askForLicence, correct, publish, seedHouse } from '../../support/seed.ts';
import { until } from '../../support/until.ts';
import { askBadly } from './ask-badly.ts';
import type { Scene } from './open-scene.ts';
import { addOutletOfMany, type Outlet, twice } from './outlet-of-many.ts';
import { PATHS } from './outlet-systems.ts';
import { meetTroubles } from './troubles.ts';

/** One short whole life in which every secret is used, and much goes wrong. */
export async function live(scene: Scene): Promise<Outlet> {
  const { url, secrets, madeKey, mails } = scene;
  mails.behave({ kind: 'deny' });
  await seedHouse(url);
  const admin = apiClient(url, madeKey);
  const made = await twice<{ key: string }>(admin, '/v1/keys', { name: 'desk', role: 'auditor' });
  secrets.keep('key of an auditor', made.key, 'POST /v1/keys 201');
  const outlet = await addOutletOfMany(scene, admin);
  await place(scene, admin, outlet);
  await askBadly(scene, outlet);
  await meetTroubles(scene, outlet);
  const readers = [admin, apiClient(url, made.key), outlet.api];
  await readAll(readers, apiClient(url), outlet);
  await keepSigningKeys(scene);
  return outlet;
}

/** A story is licensed, placed, taken, corrected, tested and killed; its mails are refused at first. */
async function place(scene: Scene, admin: ApiClient, outlet: Outlet): Promise<void> {
  const { systems, mails, processes } = scene;
  const article = await publish(admin);
  await correct(admin, article, 1, { body: { text: 'The second boat left at noon.' } });
  const licence = await askForLicence(outlet.api, article);
  await outlet.api.get(`/v1/licences/${licence.id}/article?format=text`);
  const wasAsked = (path: string) => systems.received.some((received) => received.path === path);
  await until('each system was asked', () => PATHS.every(wasAsked));
  for (const id of Object.values(outlet.destinations)) {
    await outlet.api.ask('POST', `/v1/destinations/${id}/test`);
  }
  await until('a mail was refused', () => processes[1]?.output().includes('mail not sent'));
  mails.behave({ kind: 'accept' });
  await admin.post(`/v1/articles/${article}/kill`, { reason: 'The boat sank.' });
  await confirmByLink(scene);
  await admin.post('/v1/signing-keys/rotate', { afterHours: 1 });
  await outlet.api.post(`/v1/destinations/${outlet.destinations['/moved']}/pause`);
}

/** The outlet's people follow the link of their mail, and then once more. */
async function confirmByLink({ mails, secrets, url }: Scene): Promise<void> {
  const link = await until('the mail with a link', () => {
    const texts = mails.mails.map(({ text = '' }) => text);
    return texts.map((text) => /\/confirm\/(\S+)/.exec(text)?.[1]).find(Boolean);
  });
  secrets.keep('link of a mail', link, 'mail', 'GET /confirm/{token} 200');
  const anyone = apiClient(url);
  const headers = { 'idempotency-key': link };
  await anyone.get(`/confirm/${link}`);
  await anyone.ask('GET', `/confirm/${link}x`);
  await anyone.post(`/confirm/${link}`, { note: 'Taken down.' }, { status: 200, headers });
  await anyone.post(`/confirm/${link}`, {}, { status: 200 });
}

/** Whatever can be read without an id is read, and the outlet's own things. */
async function readAll(readers: ApiClient[], anyone: ApiClient, outlet: Outlet): Promise<void> {
  const lists = routes.filter(({ method, path }) => method === 'get' && !path.includes('{'));
  const own = Object.values(outlet.destinations).map((id) => `/v1/destinations/${id}`);
  for (const { path, access } of lists) {
    for (const reader of access === 'public' ? [anyone] : readers) await reader.ask('GET', path);
  }
  for (const path of [...own, `/v1/outlets/${outlet.id}/keys`]) {
    for (const reader of [...readers, anyone]) await reader.ask('GET', path);
  }
}

/** What the service signs with, opened as only the holder of the seal key can. */
async function keepSigningKeys({ secrets, sealKey, databaseUrl }: Scene): Promise<void> {
  const { seal } = buildTools(Buffer.from(sealKey, 'base64'));
  const statement = 'select kid, private_key as sealed from signing_key';
  for (const { kid, sealed } of await query<{ kid: string; sealed: string }>(
    databaseUrl,
    statement,
  )) {
    const pem = seal.open(sealed, `signing-key:${kid}`);
    const { d } = createPrivateKey(pem).export({ format: 'jwk' });
    secrets.keep(`signing key ${kid}`, String(d));
    for (const line of pem.split('\n').filter((text) => /^[^-]{40,}$/.test(text))) {
      secrets.keep(`a line of signing key ${kid}`, line);
    }
  }
}
