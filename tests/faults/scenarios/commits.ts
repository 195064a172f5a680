import pg from 'pg';
import { askForLicence, publish } from '../../support/seed.ts';
import { until } from '../../support/until.ts';
import type { Play, Scenario, Tally } from '../scenario.ts';
import { holdTable } from '../stand/hold-table.ts';
import { accepting } from '../stand/manners.ts';
import { onStand, type Stand } from '../stand/open-stand.ts';
import { addPartner, addPartners } from '../stand/outlets.ts';
import { spread, wantsOf } from '../stand/publishing.ts';
import { recover } from '../stand/recover.ts';

const TAKEN_OVER_MS = 15_000;

/** The relay's work is committed, and nobody has been told, when its process dies. */
function relayKilled({ tier, full }: Play): Promise<Tally> {
  return onStand({ tier }, async (stand) => {
    const outlet = await addPartner(stand, full ? 10 : 3);
    const letGo = await holdTable(stand, 'bullmq.job');
    const wants = await spread(stand, [outlet], full ? 5 : 2);
    const raised = async () => (await stand.sql('select 1 from placement')).length === wants.length;
    await until('all is wanted', raised, 60_000);
    await stand.killWorkers();
    await letGo();
    await stand.addWorkers();
    return recover(stand, { wants, since: Date.now(), withinMs: 60_000 });
  });
}

/**
 * A change gets its number in the outbox before another one, and is committed long after that was
 * relayed: whoever remembers the last number that it saw never sees it.
 */
function outOfOrder({ tier }: Play): Promise<Tally> {
  return onStand({ tier, workers: 0 }, async (stand) => {
    const outlet = await addPartner(stand);
    const slow = await publish(stand.admin);
    await askForLicence(outlet.api, slow);
    const commit = await takeBack(stand);
    const quick = await publish(stand.admin);
    await askForLicence(outlet.api, quick);
    await stand.addWorkers();
    const first = wantsOf(outlet, quick, 1);
    await recover(stand, { wants: first, since: Date.now(), withinMs: 30_000 });
    await commit();
    const wants = [...first, ...wantsOf(outlet, slow, 1)];
    return recover(stand, { wants, since: Date.now(), withinMs: 30_000 });
  });
}

/** Puts what is in the outbox into a transaction that is still open, under the same numbers. */
async function takeBack({ env }: Stand): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: String(env.DATABASE_URL) });
  client.on('error', () => {});
  await client.connect();
  await client.query('create table taken_back as select * from outbox');
  await client.query('delete from outbox');
  await client.query('begin');
  await client.query('insert into outbox overriding system value select * from taken_back');
  return async () => {
    await client.query('commit');
    await client.end();
  };
}

function postgresRestarted({ tier, full }: Play): Promise<Tally> {
  return onStand({ tier, ownPostgres: true }, async (stand) => {
    const partners = await addPartners(stand, 4, full ? 5 : 2);
    for (const system of stand.systems.all) system.behave(accepting(200));
    const wants = await spread(stand, partners, full ? 40 : 8);
    await stand.postgres?.restart();
    return recover(stand, { wants, since: Date.now(), withinMs: 120_000 });
  });
}

export const COMMIT_FAULTS: readonly Scenario[] = [
  {
    name: 'The relay killed between commit and wake-up',
    ...{ tiers: ['PostgreSQL'], boundMs: TAKEN_OVER_MS, reduced: true, run: relayKilled },
  },
  {
    name: 'PostgreSQL restarted in the middle of deliveries',
    tiers: ['PostgreSQL and Redis', 'PostgreSQL'],
    ...{ boundMs: 30_000, reduced: true, run: postgresRestarted },
  },
  {
    name: 'Outbox rows that commit out of order',
    tiers: ['PostgreSQL and Redis', 'PostgreSQL'],
    ...{ boundMs: 5_000, reduced: false, run: outOfOrder },
  },
];
