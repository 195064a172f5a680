import type { ApiClient } from '../../support/api-client.ts';
import { addOutlet } from '../../support/seed.ts';
import type { Stand } from './open-stand.ts';
import type { System } from './systems.ts';

/** A partner organisation with one system, or with several. */
export interface Outlet {
  id: string;
  api: ApiClient;
  systems: System[];
  /** The destinations of the systems, in their order. */
  destinations: string[];
}

/** Registers an outlet, and each of its systems as a webhook. */
export async function addPartner(stand: Stand, systems = 1): Promise<Outlet> {
  const { admin, url } = stand;
  const { id, api } = await addOutlet(admin, url);
  const outlet: Outlet = { id, api, systems: [], destinations: [] };
  for (let count = 0; count < systems; count++) await addSystem(stand, outlet);
  return outlet;
}

/** As many partners as told, a few of them registered at a time. */
export async function addPartners(stand: Stand, count: number, systems = 1): Promise<Outlet[]> {
  return each(count, 8, () => addPartner(stand, systems));
}

async function addSystem({ systems }: Stand, outlet: Outlet): Promise<void> {
  const system = systems.add();
  const body = { channel: 'webhook', format: 'html', settings: { url: system.url } };
  const path = `/v1/outlets/${outlet.id}/destinations`;
  const made = await outlet.api.post<{ id: string; settings: { secret: string } }>(path, body);
  system.trust(made.body.settings.secret);
  outlet.systems.push(system);
  outlet.destinations.push(made.body.id);
}

/** Makes `count` of something, `atOnce` at a time. */
export async function each<T>(
  count: number,
  atOnce: number,
  make: (at: number) => Promise<T>,
): Promise<T[]> {
  const made: T[] = [];
  let next = 0;
  const work = async () => {
    for (let at = next++; at < count; at = next++) made[at] = await make(at);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, work));
  return made;
}
