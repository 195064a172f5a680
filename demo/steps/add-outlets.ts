import { type Api, apiOf } from '../api.ts';
import { AGGREGATOR, PARTNER } from '../house.ts';
import type { Outlet } from '../outlet/open-outlet.ts';
import { fact, heading } from '../print.ts';

/**
 * The admin adds two outlets with their keys; the partner says where it wants articles.
 */
export async function addOutlets(admin: Api, url: string, outlet: Outlet) {
  heading('Two outlets join');
  const partner = await addOutlet(admin, url, withSite(PARTNER, outlet));
  const aggregator = await addOutlet(admin, url, AGGREGATOR);

  const wish = { channel: 'webhook', format: 'text', settings: { url: outlet.url } };
  const path = `/v1/outlets/${partner.id}/destinations`;
  const made = await partner.send<{ settings: { secret: string } }>('POST', path, wish);
  outlet.trust(made.settings.secret);
  fact('destination', `${wish.channel}, ${wish.format}, ${outlet.url}`);
  return { partner, aggregator };
}

/** Its stories run on the site of the stand-in, too. */
function withSite<Facts extends { origins: string[] }>(facts: Facts, { origin }: Outlet): Facts {
  return { ...facts, origins: [...facts.origins, origin] };
}

async function addOutlet(admin: Api, url: string, facts: typeof AGGREGATOR) {
  const { id } = await admin.send<{ id: string }>('POST', '/v1/outlets', facts);
  const wish = { name: 'Editorial system' };
  const { key } = await admin.send<{ key: string }>('POST', `/v1/outlets/${id}/keys`, wish);
  fact('outlet', `${facts.name}, ${facts.class}, publishes on ${facts.origins.join(', ')}`);
  return { ...apiOf(url, key), id, key };
}
