import { checkEntry } from '../../../src/audit/check/check-entry.ts';
import { type EntryLine, readEntryLine } from '../../../src/audit/check/entry-line.ts';
import type { Finding } from '../../../src/audit/check/finding.ts';
import { record } from '../../../src/db/events.ts';
import { openSealer } from '../../../src/services/log/open-sealer.ts';
import {
  leafOf,
  parseNote,
  provesInclusion,
  readCheckpoint,
  readTlogProof,
} from '../../../src/verifier/log/index.ts';
import {
  addOutlet,
  askForLicence,
  type Licence,
  type Outlet,
  publish,
} from '../../support/seed.ts';
import { type ServedApp, serveApp } from '../../support/served-app.ts';

let app: ServedApp;
let outlet: Outlet;
let licence: Licence;

beforeAll(async () => {
  app = await serveApp();
  outlet = await addOutlet(app.admin, app.url);
  licence = await askForLicence(outlet.api, await publish(app.admin));
  const note = { type: 'note.written', subject: { kind: 'note', id: '=1+1' } };
  await record(app.ctx.db, app.ctx, { ...note, after: { outlet: outlet.id } });
  await openSealer(app.ctx)();
  await app.admin.post(`/v1/licences/${licence.id}/revoke`, { reason: 'Comma, "quote"\nline' });
});
afterAll(() => app.close());

async function lines(query: string): Promise<EntryLine[]> {
  const { text, headers } = await app.admin.get<string>(`/v1/events/export?${query}`);
  expect(headers.get('content-type')).toBe('application/x-ndjson');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

test('every line can be hashed to its leaf, in the order of the log; what waits comes last', async () => {
  const all = await lines('');
  const sealed = all.slice(0, -1);
  expect(sealed.map(({ index }) => index)).toEqual(sealed.map((_, index) => index));
  const findings: Finding[] = [];
  for (const line of sealed) {
    checkEntry(readEntryLine(JSON.stringify(line)), (finding) => void findings.push(finding));
  }
  expect(findings).toEqual([]);
  expect(all.at(-1)).toMatchObject({ index: null, leaf: null, event: { type: 'licence.revoked' } });
});

test('the same filters choose the lines of the list and of the export', async () => {
  const types = (await lines(`licence=${licence.id}`)).map(({ event }) => event.type);
  expect(types).toEqual(['licence.issued', 'licence.revoked']);
  expect(await lines(`licence=${licence.id}&type=licence.revoked&q=comma`)).toHaveLength(1);
  const unknown = await app.admin.ask('GET', '/v1/events/export?licensee=1');
  expect(unknown.status).toBe(422);
});

test('a line comes with its way to a checkpoint where that is asked for', async () => {
  const [line] = await lines(`licence=${licence.id}&proofs=true`);
  const proof = readTlogProof(line?.proof ?? '');
  const checkpoint = readCheckpoint(parseNote(proof?.checkpoint ?? '')?.text ?? '');
  const leaf = leafOf(Buffer.from(line?.salt ?? '', 'base64'), line?.payload ?? '');
  const { index = -1, hashes = [] } = proof ?? {};
  const { size = 0, root = Buffer.of() } = checkpoint ?? {};
  expect(provesInclusion({ index, size, leaf, root, proof: hashes })).toBe(true);
});

test('the checkpoints stand between the leaves where that is asked for', async () => {
  const all = await lines('checkpoints=true');
  const points = all.filter((line) => 'note' in line);
  expect(points).toHaveLength(1);
  expect(points[0]).toMatchObject({ size: all.filter(({ leaf }) => leaf).length });
});

test('a table has a line for each event, and no cell that is a formula', async () => {
  const path = `/v1/events/export?format=csv&outlet=${outlet.id}`;
  const { text, headers } = await app.admin.get<string>(path);
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(headers.get('content-disposition')).toBe('attachment; filename="events.csv"');
  const [head] = text.split('\r\n');
  expect(head).toMatch(/^log,index,leaf,id,at,type,/);
  expect(text).toContain(",'=1+1,");
  expect(text).not.toMatch(/(^|[\r\n,])"?[=+\-@]/);
  expect(text).toContain('Comma, \\""quote\\""\\nline');
  expect(text.endsWith('\r\n')).toBe(true);
});

test('only those who look after the whole record get it', async () => {
  expect((await outlet.api.ask('GET', '/v1/events/export')).status).toBe(403);
});

test('asking whether it is there sends nothing of it', async () => {
  const { status, text } = await app.admin.ask<string>('HEAD', '/v1/events/export');
  expect([status, text]).toEqual([200, '']);
});
