import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { Delivery, Store } from '../../src/receiver/index.ts';
import { freePort } from '../support/servers/free-port.ts';
import { createTestDatabase } from '../support/servers/index.ts';
import { until } from '../support/until.ts';
import { PLACEMENT, receive, SECRET, signed, upsert, watchedSite, withdraw } from './samples.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const PROGRAM = /^```js file=([\w.]+)\n([\s\S]*?)^```$/gm;
let directory = '';
let running: ChildProcess | undefined;

/** The programs of the document, as somebody who copies them would have them. */
beforeAll(async () => {
  // Inside the package, so that its own name leads to it, as it would where it is installed.
  directory = await mkdtemp(join(root, 'dist/recipe-'));
  const document = await readFile(join(root, 'docs/receiving.md'), 'utf8');
  for (const [, name, code] of document.matchAll(PROGRAM))
    await writeFile(join(directory, String(name)), String(code));
});

afterEach(stop);
afterAll(() => rm(directory, { recursive: true, force: true }));

async function start(program: string): Promise<(delivery: Delivery) => Promise<object>> {
  const port = await freePort();
  const env = { PATH: process.env.PATH, PORT: String(port), IMPRIMATUR_SECRETS: SECRET };
  const child = spawn(process.execPath, [program], { cwd: directory, env, stdio: 'inherit' });
  running = child;
  const url = `http://127.0.0.1:${port}/imprimatur`;
  await until(`${program} listens`, () => {
    if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}`);
    return fetch(url).then(
      () => true,
      () => false,
    );
  });
  return (delivery) => post(url, delivery);
}

async function stop(): Promise<void> {
  if (!running || running.exitCode !== null) return;
  const ended = once(running, 'exit');
  running.kill();
  await ended;
  running = undefined;
}

async function post(url: string, delivery: Delivery): Promise<object> {
  const { headers, body } = signed(delivery, [SECRET], { at: Date.now() });
  const response = await fetch(url, {
    method: 'POST',
    headers: headers as Record<string, string>,
    body: new Uint8Array(body),
  });
  return { status: response.status, ...((await response.json()) as object) };
}

const pages = () => readdir(join(directory, 'pages'));

test('the server of the recipe files a text, takes a kill, and remembers it when it is restarted', async () => {
  let send = await start('server.js');
  const url = `https://outlet.example/stories/${PLACEMENT}`;
  expect(await send(upsert(1))).toEqual({ status: 200, outcome: 'applied', id: PLACEMENT, url });
  expect(await pages()).toEqual([`${PLACEMENT}.html`]);
  const page = join(directory, 'pages', `${PLACEMENT}.html`);
  expect(await readFile(page, 'utf8')).toBe(upsert(1).content?.text);
  expect(await send(withdraw(2))).toMatchObject({ status: 200, outcome: 'applied', url });
  expect(await pages()).toEqual([]);
  await stop();
  send = await start('server.js');
  expect(await send(upsert(1))).toMatchObject({ status: 200, outcome: 'ignored' });
  expect(await pages()).toEqual([]);
});

test('the Express server of the recipe does the same', async () => {
  const send = await start('express.js');
  const placement = PLACEMENT.replace('0197', '0198');
  expect(await send(upsert(1, { placement }))).toMatchObject({ status: 200, outcome: 'applied' });
  expect(await pages()).toEqual([`${placement}.html`]);
  expect(await send(withdraw(2, { placement }))).toMatchObject({ status: 200 });
  expect(await send(upsert(1, { placement }))).toMatchObject({ outcome: 'ignored' });
  expect(await pages()).toEqual([]);
});

test('the table of the recipe keeps to the rule, also between processes', async () => {
  const { tableStore } = (await import(join(directory, 'store.js'))) as {
    tableStore: (pool: pg.Pool) => Store;
  };
  const database = await createTestDatabase();
  const pools = [1, 2].map(() => new pg.Pool({ connectionString: database.url, max: 4 }));
  // A pool says that it has ended while its connections still close, and the database is dropped
  // under them.
  for (const pool of pools) pool.on('error', () => {});
  try {
    await pools[0]?.query('create table placement_state (placement uuid primary key, kept jsonb)');
    let isBroken = true;
    const site = watchedSite(async () => {
      if (isBroken) throw new Error('no room');
    });
    const [one, other] = pools.map((pool) => receive(site, tableStore(pool)));
    expect(await one?.take(upsert(1))).toMatchObject({ status: 500 });
    isBroken = false;
    const seqs = [1, 4, 2, 6, 3, 6, 5, 1];
    const takers = seqs.map((seq, i) => (i % 2 === 0 ? one : other)?.take(upsert(seq)));
    expect(await Promise.all(takers)).toEqual(
      seqs.map(() => expect.objectContaining({ status: 200 })),
    );
    const applied = site.done.map((line) => Number(line.replace('publish ', '')));
    expect(applied).toEqual([...new Set(applied)].sort((a, b) => a - b));
    expect(applied.at(-1)).toBe(6);
    await other?.take(withdraw(7));
    expect(await one?.take(upsert(6))).toMatchObject({ outcome: 'ignored' });
    expect(site.pages.size).toBe(0);
  } finally {
    await Promise.all(pools.map((pool) => pool.end()));
    await database.drop();
  }
});
