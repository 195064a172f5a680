import { PGlite } from '@electric-sql/pglite';
import { sql } from 'kysely';
import { type Database, databaseOn, migrate, transact } from '../../src/db/database.ts';
import { pglitePool } from '../../src/db/pglite-pool.ts';
import * as lists from '../../src/db/status-lists.ts';
import { statusOf } from '../../src/domain/licence-status.ts';

const LIST = 'https://rights.example/status/embedded';
const NOW = Date.UTC(2031, 4, 17);
const STATES = ['active', 'suspended', 'superseded', 'revoked', 'expired'] as const;

/** The same statements run on PostgreSQL in tests/services/status; here on the embedded one. */
let db: Database;
beforeAll(async () => {
  db = databaseOn(pglitePool(await PGlite.create()) as never);
  await migrate(db);
  await fill();
}, 120_000);
afterAll(() => db.destroy());

/** One licence of each state for two outlets, the second of which is suspended. */
async function fill(): Promise<void> {
  await sql`set session_replication_role = replica`.execute(db);
  await sql`
    insert into outlet (id, name, origins, country, tags, contacts, suspended_at)
    select gen_random_uuid(), n::text, '[]', 'NO', '[]', '[]', case n when 1 then now() end
    from generate_series(0, 1) n
  `.execute(db);
  await sql`
    insert into licence (id, series, request, outlet, publication, article, article_version, state,
      status_list, status_index, kid, use, terms_slug, terms_version, after_expiry, correction,
      advance, from_at, until_at, footer, token)
    select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), o.id, gen_random_uuid(),
      gen_random_uuid(), 1, s.state, ${LIST}, o.name::int * 1000 + s.n, 'kid', '{}', 'web', 1,
      'remove', 'follow', false, now(), now() + interval '1 day', '', ''
    from outlet o, unnest(array[${sql.join(STATES)}]::text[]) with ordinality s (state, n)
  `.execute(db);
  await sql`set session_replication_role = origin`.execute(db);
  await sql`insert into status_list (uri, ends_at) values (${LIST}, ${new Date(NOW)})`.execute(db);
}

test('the rows and the rules say the same of every state, with the outlet suspended and not', async () => {
  const expected = [0, 1].flatMap((outlet) =>
    STATES.map((state, i) => [outlet * 1000 + i + 1, statusOf(state, outlet === 1)] as const),
  );
  const entries = await lists.readEntries(db, LIST);
  expect(entries.toSorted(([a], [b]) => a - b)).toEqual(
    expected.filter(([, status]) => status !== 0),
  );
});

const due = () => lists.findDueLists(db, { kid: 'kid', oldBefore: NOW - 1, endedBefore: NOW - 1 });
const sign = () =>
  transact(db, async (tx) => {
    const list = await lists.lockList(tx, LIST);
    await lists.takeChanges(tx, LIST);
    await lists.keepVersion(tx, {
      ...{ list: LIST, token: 'signed', kid: 'kid', version: (list?.version ?? 0) + 1 },
      ...{ issuedAt: NOW, expiresAt: NOW + 1 },
    });
  });

test('a list is due when it is new, and when a licence or an outlet changes what it says', async () => {
  expect(await due()).toEqual([LIST]);
  await sign();
  expect(await due()).toEqual([]);
  await sql`update licence set footer = 'new' where state = 'active'`.execute(db);
  await sql`update licence set state = 'expired' where status_index = 1`.execute(db);
  expect(await due()).toEqual([]);
  await sql`update licence set state = 'revoked' where status_index = 2`.execute(db);
  expect(await due()).toEqual([LIST]);
  await sign();
  await sql`update licence set state = 'expired' where status_index = 1001`.execute(db);
  expect(await due()).toEqual([LIST]);
  await sign();
  await sql`update licence set state = 'active' where status_index = 1001`.execute(db);
  await sql`update outlet set suspended_at = null`.execute(db);
  expect(await due()).toEqual([LIST]);
  await sign();
  expect(await due()).toEqual([]);
  expect(await lists.findVersion(db, LIST)).toMatchObject({ version: 4, token: 'signed' });
});
