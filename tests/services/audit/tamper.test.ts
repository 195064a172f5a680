import { join } from 'node:path';
import type { Finding } from '../../../src/audit/check/finding.ts';
import { query } from '../../support/query.ts';
import { openSealedRecord, type SealedRecord } from '../../support/sealed-record.ts';

const TEN_MINUTES_MS = 600_000;

let record: SealedRecord;
let [early, middle, late, last] = ['', '', '', ''];

beforeAll(async () => {
  record = await openSealedRecord();
  [, early = '', middle = '', late = '', last = ''] = record.licences;
});
afterAll(() => record.close());

/** The licences that findings name, each once. */
function namedIn(findings: readonly Finding[], check?: Finding['check']): unknown[] {
  const chosen = findings.filter((finding) => check === undefined || finding.check === check);
  return [...new Set(chosen.map(({ licence }) => licence).filter((id) => id !== undefined))].sort();
}

/** The event that issued a licence, as SQL. */
function issued(licence: string): string {
  return `(select id from audit_event where type = 'licence.issued' and licence = '${licence}')`;
}

test('an untouched record is in order, also by what was kept elsewhere', async () => {
  expect(await record.findingsAfter('select 1', record.saved)).toEqual([]);
});

test('an edited payload is found', async () => {
  const edit = `update audit_payload set payload = replace(payload, '"web"', '"print"')
    where event = ${issued(middle)}`;
  const found = await record.findingsAfter(edit);
  expect(found.map(({ check }) => check)).toEqual(['hashes', 'licences']);
  expect(namedIn(found)).toEqual([middle]);
});

test('a payload that was edited with all its hashes is found by the root that was signed', async () => {
  const edit = `update audit_payload set payload = replace(payload, '"web"', '"print"')
    where event = ${issued(middle)};
    update audit_event e set commitment = sha256(p.salt || convert_to(p.payload, 'UTF8'))
      from audit_payload p where p.event = e.id and e.id = ${issued(middle)};
    update audit_leaf l set hash = sha256('\\x0001'::bytea || e.commitment)
      from audit_event e where e.id = l.event and e.id = ${issued(middle)};
    update licence set use = jsonb_set(use, '{media}', '["print"]') where id = '${middle}'`;
  const found = await record.findingsAfter(edit);
  expect(found.map(({ check }) => check)).not.toContain('hashes');
  expect(namedIn(found, 'root')).toEqual([middle]);
});

test('a leaf that was deleted is found', async () => {
  const found = await record.findingsAfter(
    `delete from audit_leaf where event = ${issued(middle)}`,
  );
  expect(namedIn(found, 'leaves')).toEqual([middle]);
  expect(namedIn(found)).toEqual([middle]);
});

test('two leaves that were swapped are found', async () => {
  const swap = `create temporary table two as
      select index, event, hash from audit_leaf where event in (${issued(early)}, ${issued(late)});
    delete from audit_leaf where event in (select event from two);
    insert into audit_leaf (shard, index, event, hash)
      select 1, (select max(index) + min(index) from two) - index, event, hash from two`;
  const found = await record.findingsAfter(swap);
  expect(namedIn(found, 'root')).toEqual([early, late]);
});

test('a tail that was cut off is found by the licences that it told of', async () => {
  expect(namedIn(await record.findingsAfter(cutFrom(late)), 'licences')).toEqual([late, last]);
});

test('a tail that was cut off with its licences is found by what was kept elsewhere', async () => {
  const cut = `${cutFrom(late)}; delete from licence where id in ('${late}', '${last}')`;
  expect(await record.findingsAfter(cut)).toEqual([]);
  expect(namedIn(await record.findingsAfter(cut, record.saved), 'consistency')).toEqual([
    late,
    last,
  ]);
});

/** Leaves nothing of what came in since a licence, save the licence itself. */
function cutFrom(licence: string): string {
  const size = `(select max(c.size) from audit_checkpoint c, audit_leaf l
    where l.event = ${issued(licence)} and c.size <= l.index)`;
  return `create temporary table cut as select event from audit_leaf where index >= ${size};
    delete from audit_checkpoint where size > ${size};
    delete from audit_leaf where event in (select event from cut);
    delete from audit_payload where event in (select event from cut);
    delete from audit_event where id in (select event from cut)`;
}

test('an edited licence is found', async () => {
  const edit = `update licence set until_at = until_at + interval '1 year' where id = '${middle}'`;
  expect(await record.findingsAfter(edit)).toEqual([
    expect.objectContaining({ check: 'licences', licence: middle }),
  ]);
});

test('a licence that was revoked without a word is found', async () => {
  const edit = `update licence set state = 'revoked' where id = '${middle}'`;
  expect(await record.findingsAfter(edit)).toEqual([
    expect.objectContaining({ check: 'licences', licence: middle }),
  ]);
});

test('a token that was exchanged is found', async () => {
  const edit = `update licence set token = (select token from licence where id = '${early}')
    where id = '${middle}'`;
  expect(await record.findingsAfter(edit)).toEqual([
    expect.objectContaining({ check: 'tokens', licence: middle }),
  ]);
});

test('a licence that was put in is found', async () => {
  const id = record.newId();
  expect(await record.findingsAfter(putIn(id))).toEqual([
    expect.objectContaining({ check: 'licences', licence: id }),
  ]);
});

/** A licence like another one. */
function putIn(id: string, more = ''): string {
  return `insert into licence select (jsonb_populate_record(l, jsonb_build_object('id', '${id}',
      'series', '${id}', 'status_index', 99 ${more}))).* from licence l where id = '${middle}'`;
}

test('a licence that was deleted is found', async () => {
  expect(await record.findingsAfter(`delete from licence where id = '${last}'`)).toEqual([
    expect.objectContaining({ check: 'licences', licence: last }),
  ]);
});

test('a licence that was issued by a clock set back by ten minutes is found', async () => {
  let id = '';
  const found = await record.findingsAfterWork(async ({ issue, seal }) => {
    await issue();
    await seal();
    id = await issue({ now: () => Date.now() - TEN_MINUTES_MS });
    await seal();
  });
  expect(namedIn(found, 'times')).toEqual([id]);
});

test('a licence that was put in under an older date, with its event, is found', async () => {
  const id = record.newId();
  const found = await record.findingsAfterWork(async ({ url, seal }) => {
    await query(url, putIn(id, `, 'created_at', now() - interval '10 minutes'`));
    await seal();
  });
  expect(namedIn(found)).toEqual([id]);
  expect(namedIn(found, 'times')).toEqual([id]);
});

test('a restored dump is found by what was kept elsewhere', async () => {
  expect(await record.findingsAt(record.dump)).toEqual([]);
  const found = await record.findingsAt(record.dump, record.saved);
  expect(namedIn(found)).toEqual([last]);
  const byCheckpoint = await record.findingsAt(
    record.dump,
    join(record.saved, 'log-1', 'checkpoint'),
  );
  expect(byCheckpoint).toEqual([expect.objectContaining({ check: 'consistency' })]);
});
