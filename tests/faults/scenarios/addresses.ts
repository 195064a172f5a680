import { FORBIDDEN_ADDRESSES } from '../../security/egress/forbidden-addresses.ts';
import { SPELLINGS } from '../../security/egress/spellings.ts';
import { askForLicence, publish } from '../../support/seed.ts';
import { until } from '../../support/until.ts';
import type { Play, Scenario, Tally } from '../scenario.ts';
import { onStand, type Stand } from '../stand/open-stand.ts';
import { addPartner, each, type Outlet } from '../stand/outlets.ts';

const TRIED_WITHIN_MS = 30_000;

const URLS = [
  ...SPELLINGS,
  ...Object.values(FORBIDDEN_ADDRESSES)
    .flat()
    .map((address) => `https://${address.includes(':') ? `[${address}]` : address}/hook`),
];

/** Where nobody is, and no row of the table leads. */
const ALLOW = { EGRESS_ALLOW: '127.77.0.0/16' };

/**
 * Every row is refused when it is saved, and, once somebody has put it into the database behind the
 * service's back, when it is connected to. What is let through counts as lost.
 */
function addressTable({ tier, full }: Play): Promise<Tally> {
  const urls = URLS.filter((url) => full || url.length % 5 === 0);
  return onStand({ tier, env: ALLOW }, async (stand) => {
    const outlet = await addPartner(stand, 0);
    const saved = await saveAll(outlet, urls);
    const smuggled = await smuggle(stand, outlet, urls);
    const since = Date.now();
    await askForLicence(outlet.api, await publish(stand.admin));
    const blocked = await until('all are blocked', () => countBlocked(stand, smuggled), 60_000);
    return {
      ...{ lost: saved + urls.length - blocked, outOfOrder: 0, duplicated: 0 },
      ...{ recoveryMs: Date.now() - since, broken: [] },
    };
  });
}

/** How many were saved, which none may be. */
async function saveAll({ id, api }: Outlet, urls: readonly string[]): Promise<number> {
  const statuses = await each(urls.length, 4, async (at) => {
    const body = { channel: 'webhook', format: 'html', settings: { url: urls[at] } };
    return (await api.ask('POST', `/v1/outlets/${id}/destinations`, { body })).status;
  });
  return statuses.filter((status) => status !== 422).length;
}

async function smuggle(stand: Stand, { id, api }: Outlet, urls: readonly string[]) {
  return each(urls.length, 4, async (at) => {
    const settings = { url: `http://127.77.0.1:9/${at}` };
    const body = { channel: 'webhook', format: 'html', settings };
    const made = await api.post<{ id: string }>(`/v1/outlets/${id}/destinations`, body);
    const url = JSON.stringify(urls[at]).replaceAll("'", "''");
    await stand.sql(
      `update destination set settings = jsonb_set(settings, '{url}', '${url}')
       where id = '${made.body.id}'`,
    );
    return made.body.id;
  });
}

async function countBlocked({ sql }: Stand, destinations: readonly string[]) {
  const rows = await sql<{ outcome: string }>('select distinct destination, outcome from attempt');
  const blocked = rows.filter(({ outcome }) => outcome === 'blocked').length;
  return rows.length >= destinations.length && blocked;
}

export const ADDRESS_FAULTS: readonly Scenario[] = [
  {
    name: 'The address table, on save and at connect',
    tiers: ['PostgreSQL and Redis', 'PostgreSQL'],
    ...{ boundMs: TRIED_WITHIN_MS, reduced: false, run: addressTable },
  },
];
