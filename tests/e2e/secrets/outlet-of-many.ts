import { randomUUID } from 'node:crypto';
import { type ApiClient, apiClient } from '../../support/api-client.ts';
import { type Scene, webhookSecret } from './open-scene.ts';
import { PATHS } from './outlet-systems.ts';

/** An outlet with a destination at each of its systems. */
export interface Outlet {
  id: string;
  key: string;
  api: ApiClient;
  /** By the paths of the systems. */
  destinations: Record<string, string>;
}

interface Made {
  id: string;
  settings: { secret: string };
}

const MADE_KEY = 'POST /v1/outlets/{id}/keys 201';
const MADE_PLACE = 'POST /v1/outlets/{id}/destinations 201';
const ROTATED = 'POST /v1/destinations/{id}/rotate-secret 200';

/** Registers it as its people would, each secret asked for twice with the same Idempotency-Key. */
export async function addOutletOfMany(scene: Scene, admin: ApiClient): Promise<Outlet> {
  const { secrets, url } = scene;
  const facts = { name: 'The Courier', origins: ['https://courier.example'], country: 'NO' };
  const people = { tags: ['partner'], contacts: ['desk@courier.example'] };
  const { id } = (await admin.post<{ id: string }>('/v1/outlets', { ...facts, ...people })).body;
  const made = await twice<{ key: string }>(admin, `/v1/outlets/${id}/keys`, { name: 'desk' });
  const key = secrets.keep('key of the outlet', made.key, MADE_KEY);
  const outlet: Outlet = { id, key, api: apiClient(url, key), destinations: {} };
  for (const path of PATHS) {
    outlet.destinations[path] = (await addDestination(scene, outlet, path)).id;
  }
  await rotate(scene, outlet, '/good', undefined);
  await rotate(scene, outlet, '/broken', webhookSecret());
  return outlet;
}

/** Every other one brings its own secret. */
async function addDestination({ secrets, systems }: Scene, outlet: Outlet, path: string) {
  const given = PATHS.indexOf(path) % 2 === 0 ? {} : { secret: webhookSecret() };
  const settings = { url: `${systems.url}${path}`, ...given };
  const body = { channel: 'webhook', format: 'html', settings };
  const made = await twice<Made>(outlet.api, `/v1/outlets/${outlet.id}/destinations`, body);
  secrets.keep(`secret for ${path}`, made.settings.secret, MADE_PLACE);
  return made;
}

async function rotate({ secrets }: Scene, outlet: Outlet, path: string, secret?: string) {
  const place = `/v1/destinations/${outlet.destinations[path]}/rotate-secret`;
  const { settings } = await twice<Made>(outlet.api, place, secret ? { secret } : {});
  secrets.keep(`later secret for ${path}`, settings.secret, ROTATED);
}

/** Asks, and asks again for what is remembered of the answer. */
export async function twice<Body>(api: ApiClient, path: string, body: object): Promise<Body> {
  const headers = { 'idempotency-key': randomUUID() };
  const first = await api.post<Body>(path, body, { headers });
  const again = await api.post<Body>(path, body, { headers });
  if (!again.headers.has('idempotency-replayed')) throw new Error(`${path} was done twice`);
  return first.body;
}
