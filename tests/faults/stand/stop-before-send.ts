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
  await until('it is wanted, and the relay is at rest', () => isWanted(stand), 30_000);
  const letGo = await holdTable(stand, table);
  await outlet.api.post(`${path}/resume`);
  const leased = 'select 1 from placement where lease_token is not null';
  await until('it is claimed', async () => (await stand.sql(leased)).length > 0, 30_000);
  return { outlet, article, licence, letGo };
}

/** A relay that is still busy would wait for the table too, and keep the placement from the claim. */
async function isWanted({ sql }: Stand): Promise<boolean> {
  const placements = await sql('select 1 from placement');
  const words = await sql('select 1 from outbox');
  return placements.length > 0 && words.length === 0;
}
