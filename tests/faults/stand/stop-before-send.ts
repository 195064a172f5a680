import { askForLicence, publish } from '../../support/seed.ts';
import { until } from '../../support/until.ts';
import { holdTable } from './hold-table.ts';
import type { Stand } from './open-stand.ts';
import { addPartner, type Outlet } from './outlets.ts';

/** A worker that stands between claim and send. */
export interface Stopped {
  outlet: Outlet;
  article: string;
  licence: string;
  /** Lets it go on. */
  letGo(): Promise<void>;
}

/**
 * Has the only worker stop after it has claimed a text: it waits for what it needs to send it.
 *
 * @param table that it needs, and that the scenario does without meanwhile
 */
export async function stopBeforeSend(
  stand: Stand,
  table: 'article_version' | 'terms',
): Promise<Stopped> {
  const outlet = await addPartner(stand);
  const path = `/v1/destinations/${outlet.destinations[0]}`;
  await outlet.api.post(`${path}/pause`, { note: 'Not yet.' });
  const article = await publish(stand.admin);
  const { id: licence } = await askForLicence(outlet.api, article);
  const wanted = async () => (await stand.sql('select 1 from placement')).length > 0;
  await until('it is wanted', wanted, 30_000);
  const letGo = await holdTable(stand, table);
  await outlet.api.post(`${path}/resume`);
  const leased = 'select 1 from placement where lease_token is not null';
  await until('it is claimed', async () => (await stand.sql(leased)).length > 0, 30_000);
  return { outlet, article, licence, letGo };
}
