import { checkRecord } from '../../../src/audit/check/check-record.ts';
import { correctArticle } from '../../../src/services/articles/correct-article.ts';
import { killArticle } from '../../../src/services/articles/kill-article.ts';
import { withRecord } from '../../../src/services/audit/with-record.ts';
import {
  reinstateLicence,
  revokeLicence,
  suspendLicence,
} from '../../../src/services/licences/change-licence.ts';
import { openSealer } from '../../../src/services/log/open-sealer.ts';
import { relayOutbox } from '../../../src/services/relay/relay-outbox.ts';
import { type TestService, testService } from '../../support/context.ts';
import { openNewsroom, STORY } from '../../support/newsroom.ts';
import { query } from '../../support/query.ts';

let service: TestService;
beforeAll(async () => {
  service = await testService();
});
afterAll(() => service.close());

test('a record of everything that licences live through is in order', async () => {
  const seal = openSealer(service.ctx);
  const newsroom = await openNewsroom(service);
  const outlet = await newsroom.outlet();
  const [corrected, killed, quiet] = [
    await newsroom.putIn(),
    await newsroom.putIn(),
    await newsroom.putIn(),
  ];
  for (const article of [corrected, killed]) await outlet.ask(article);
  const one = await outlet.ask(quiet);
  await seal();
  await suspendLicence(service.as({}), { id: one.id, reason: 'No footer' });
  await reinstateLicence(service.as({}), { id: one.id, reason: 'It is back' });
  await correctArticle(service.as({}), {
    ...{ id: corrected, expected: 1, publication: undefined, externalId: undefined },
    ...{ correctionNote: 'The month was wrong.', mandatory: false },
    content: { ...STORY, headline: 'Changed', images: [], publishedAt: undefined },
  });
  await killArticle(service.as({}), { id: killed, reason: 'A court said so', note: null });
  await relayOutbox(service.ctx);
  await seal();
  await revokeLicence(service.as({}), { id: one.id, reason: 'Again no footer' });

  const checked = await withRecord(service.ctx, (source) => checkRecord(source, []));
  expect(checked.findings).toEqual([]);
  expect(checked).toMatchObject({ waiting: 1, licences: 4 });
  expect(checked.shards.map(({ size }) => size)).toEqual([await leaves()]);
});

async function leaves(): Promise<number> {
  const rows = await service.db.selectFrom('audit_leaf').select('index').execute();
  return rows.length;
}

test('a revocation that was dated back, or given another reason, is found', async () => {
  const [row] = await service.db
    .selectFrom('licence')
    .select('id')
    .where('end_reason', '=', 'Again no footer')
    .execute();
  const edit = (set: string) =>
    query(
      service.url,
      `set session_replication_role = replica; update licence set ${set} where id = '${row?.id}'`,
    );
  const found = async () =>
    (await withRecord(service.ctx, (source) => checkRecord(source, []))).findings;
  await edit("ended_at = ended_at - interval '10 minutes'");
  expect(await found()).toEqual([expect.objectContaining({ licence: row?.id })]);
  await edit("ended_at = ended_at + interval '10 minutes', end_reason = 'By mistake'");
  expect(await found()).toEqual([expect.objectContaining({ licence: row?.id })]);
});
