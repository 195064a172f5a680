import { sql } from 'kysely';
import { growTree, rootOfEdge } from '../../../src/audit/grow-tree.ts';
import { openShard } from '../../../src/services/log/open-shard.ts';
import {
  leafHash,
  leafOf,
  openCheckpoint,
  provesInclusion,
  readTlogProof,
} from '../../../src/verifier/log/index.ts';
import { logKey, writeNotes } from '../../support/sealed-log.ts';
import { addOutlet, ask, publish } from '../../support/seed.ts';
import { type ServedApp, serveApp } from '../../support/served-app.ts';

let app: ServedApp;
beforeAll(async () => {
  app = await serveApp();
  await writeNotes(app.ctx, 300);
  await app.seal();
});
afterAll(() => app.close());

const get = (path: string) => fetch(`${app.url}${path}`);
const bytes = async (path: string) => Buffer.from(await (await get(path)).arrayBuffer());

async function checkpoint(path = '/log/checkpoint', origin?: string) {
  const opened = openCheckpoint(await (await get(path)).text(), [logKey(app.ctx, origin)]);
  if (!opened) throw new Error('the checkpoint does not open');
  return opened;
}

function split(tile: Buffer, size: number): Buffer[] {
  return Array.from({ length: tile.length / size }, (_, i) =>
    tile.subarray(i * size, (i + 1) * size),
  );
}

test('the whole tree is rebuilt from its tiles, and its root is the signed one', async () => {
  const { size, root } = await checkpoint();
  expect(size).toBeGreaterThan(300);
  const first = await get('/log/tile/0/000');
  expect(first.headers.get('content-type')).toBe('application/octet-stream');
  expect(first.headers.get('cache-control')).toContain('immutable');
  const full = split(Buffer.from(await first.arrayBuffer()), 32);
  const rest = split(await bytes(`/log/tile/0/001.p/${size - 256}`), 32);
  expect([full.length, rest.length]).toEqual([256, size - 256]);
  const grown = growTree(0, [], [...full, ...rest]);
  expect(rootOfEdge(grown.edge)).toEqual(root);
  expect(await bytes('/log/tile/1/000.p/1')).toEqual(grown.subtrees[0]?.hash);
});

test('each leaf is the hash of its entry', async () => {
  const leaves = split(await bytes('/log/tile/0/000'), 32);
  const entries = split(await bytes('/log/tile/entries/000'), 35);
  expect(entries.map((entry) => leafHash(entry.subarray(2)))).toEqual(leaves);
  expect(entries.every((entry) => entry.readUInt16BE() === 33)).toBe(true);
});

test.each([
  ...['/log/tile/0/002', '/log/tile/0/001', '/log/tile/3/000.p/1', '/log/tile/0/1'],
  ...['/log/tile/entries/001', '/log/7/checkpoint', '/log/x/checkpoint', '/log/7/tile/0/000'],
])('%s is not there', async (path) => {
  const reply = await get(path);
  expect([reply.status, await reply.json()]).toEqual([
    404,
    expect.objectContaining({ code: 'log-part-not-found' }),
  ]);
});

async function licensed() {
  const outlet = await addOutlet(app.admin, app.url);
  const { licence } = await ask(outlet.api, await publish(app.admin));
  return { outlet, id: licence?.id ?? '', token: licence?.token ?? '' };
}

interface Proven {
  payload: string;
  salt: string;
  proof: string;
}

test('the issue of a licence is proven from what its outlet holds, and the public key', async () => {
  const { outlet, id } = await licensed();
  const early = await outlet.api.ask<{ code: string }>('GET', `/v1/licences/${id}/proof`);
  expect([early.status, early.body.code]).toEqual([425, 'proof-not-ready']);
  expect(early.headers.get('retry-after')).toBe('1');
  await app.seal();
  const { body } = await outlet.api.get<Proven>(`/v1/licences/${id}/proof`);
  expect(JSON.parse(body.payload)).toMatchObject({
    type: 'licence.issued',
    subject: { kind: 'licence', id },
  });
  const { index, hashes, checkpoint: note } = readTlogProof(body.proof) ?? {};
  const { size = 0, root = Buffer.of() } = openCheckpoint(note ?? '', [logKey(app.ctx)]) ?? {};
  const leaf = leafOf(Buffer.from(body.salt, 'base64'), body.payload);
  const told = { index: index ?? -1, size, root, proof: hashes ?? [] };
  expect(provesInclusion({ ...told, leaf })).toBe(true);
  const other = leafOf(Buffer.from(body.salt, 'base64'), `${body.payload} `);
  expect(provesInclusion({ ...told, leaf: other })).toBe(false);
});

test('what was removed from the record is said to be', async () => {
  const { outlet, id } = await licensed();
  await app.seal();
  await sql`select remove_payload(id, 'A test.', '{"kind":"system","id":"test"}', 'test')
    from audit_event where type = 'licence.issued' and subject_id = ${id}`.execute(app.ctx.db);
  const reply = await outlet.api.ask<{ code: string }>('GET', `/v1/licences/${id}/proof`);
  expect([reply.status, reply.body.code]).toEqual([410, 'event-removed']);
});

test('every tree is listed, and served under its name', async () => {
  await app.seal();
  const { size } = await checkpoint();
  const { origin } = await openShard(app.ctx, 'To see the second one.');
  await app.seal();
  expect(await (await get('/log')).json()).toMatchObject({
    trees: [
      {
        ...{ origin, url: 'https://rights.example/log/2', size: 1 },
        ...{ reason: 'To see the second one.', succeeds: expect.stringContaining(`\n${size}\n`) },
      },
      { origin: 'rights.example/log', url: 'https://rights.example/log', size },
    ],
  });
  const second = await checkpoint('/log/2/checkpoint', origin);
  expect(await bytes('/log/2/tile/0/000.p/1')).toEqual(second.root);
  expect((await checkpoint()).size).toBe(size);
});
