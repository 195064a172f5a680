import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Context } from '../../../src/context.ts';
import type { Licence } from '../../../src/db/licences.ts';
import { DEFAULT_TERMS } from '../../../src/domain/terms.ts';
import { requestReprint } from '../../../src/services/requests/request-reprint.ts';
import { saveTerms } from '../../../src/services/save-terms.ts';
import { type TestService, testService } from '../../support/context.ts';
import { DAY_MS, openNewsroom } from '../../support/newsroom.ts';
import { until } from '../../support/until.ts';

let service: TestService;
let newsroom: Awaited<ReturnType<typeof openNewsroom>>;
let winner: Licence;
beforeAll(async () => {
  service = await testService();
  newsroom = await openNewsroom(service);
  await saveTerms(newsroom.admin, {
    slug: 'alone',
    terms: { ...DEFAULT_TERMS, exclusivity: { territories: ['world'], days: 1 } },
  });
  winner = await (await newsroom.outlet()).ask(await newsroom.putIn());
});
afterAll(() => service.close());

let place = 1_000_000;

/** Asks while another outlet is being given the article to itself, and has not quite got it. */
async function askMeanwhile(ask: (article: string) => Promise<unknown>) {
  const article = await newsroom.putIn();
  const row = { id: v7(), series: v7(), article, terms_slug: 'alone', status_index: ++place };
  let asked: Promise<unknown> = Promise.resolve();
  await service.db.transaction().execute(async (tx) => {
    await sql`
      insert into licence
      select (jsonb_populate_record(l, ${JSON.stringify(row)}::jsonb)).*
      from licence l where l.id = ${winner.id}
    `.execute(tx);
    asked = ask(article);
    asked.catch(() => {});
    await until('somebody waits', async () => {
      const { rows } = await sql`
        select from pg_locks l join pg_database d on d.oid = l.database
        where l.locktype = 'advisory' and not l.granted and d.datname = current_database()
      `.execute(tx);
      return rows.length > 0;
    });
  });
  return asked;
}

const reprint = (ctx: Context, articleId: string) =>
  requestReprint(ctx, {
    articleId,
    use: {
      ...({ media: ['web'], territories: ['NO'], edits: 'none', images: 'none' } as const),
      until: ctx.now() + DAY_MS,
    },
  });

test('who loses the article between reading and writing is answered anew', async () => {
  const loser = await newsroom.outlet();
  const answer = await askMeanwhile((article) => reprint(loser.own, article));
  expect(answer).toMatchObject({
    request: { state: 'refused', reasons: [{ code: 'held-exclusively' }] },
    licence: null,
  });
});

test('inside a transaction, which that has spoilt, it is asked to come again', async () => {
  const loser = await newsroom.outlet();
  const answer = askMeanwhile((article) =>
    service.db.transaction().execute((tx) => reprint({ ...loser.own, db: tx }, article)),
  );
  await expect(answer).rejects.toMatchObject({ code: 'unavailable', retryAfterMs: 1_000 });
  const { rows } = await sql`select from request where outlet = ${loser.id}`.execute(service.db);
  expect(rows).toEqual([]);
});
