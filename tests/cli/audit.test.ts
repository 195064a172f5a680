import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/audit.ts';
import { openSealer } from '../../src/services/log/open-sealer.ts';
import { signDueLists } from '../../src/services/status/sign-due-lists.ts';
import { query } from '../support/query.ts';
import { addOutlet, askForLicence, publish } from '../support/seed.ts';
import { type ServedApp, serveApp } from '../support/served-app.ts';
import { ADMIN_KEY } from '../support/tiers.ts';

let app: ServedApp;
let directory: string;
let licence = '';

beforeAll(async () => {
  app = await serveApp();
  directory = await mkdtemp(join(tmpdir(), 'imprimatur-cli-'));
  const outlet = await addOutlet(app.admin, app.url);
  const article = await publish(app.admin);
  licence = (await askForLicence(outlet.api, article)).id;
  await openSealer(app.ctx)();
  await audit('export', join(directory, 'before'), '--url', app.url);
  await app.admin.post(`/v1/licences/${licence}/revoke`, { reason: 'No footer' });
  await signDueLists(app.ctx);
  await openSealer(app.ctx)();
});
afterAll(async () => {
  await app.close();
  await rm(directory, { recursive: true });
});

async function audit(...args: string[]) {
  return auditWith({ IMPRIMATUR_KEY: ADMIN_KEY }, ...args);
}

async function auditWith(env: Record<string, string>, ...args: string[]) {
  const lines: string[] = [];
  const take = (line: string) => void lines.push(line);
  const code = await run(args, { out: take, err: take, env });
  return { code, text: lines.join('\n') };
}

test('a running service is verified from outside, by what was kept of it before', async () => {
  const { code, text } = await audit(
    ...['verify', '--url', app.url, '--checkpoint', join(directory, 'before')],
  );
  expect(text).not.toMatch(/FAILED|Not checked/);
  expect(text).toMatch(/^signature {3}ok/);
  expect(text).toContain('Nothing is wrong. 1 licences.');
  expect(code).toBe(0);
});

test('what was altered is found from outside, and the licence is named', async () => {
  const alter = (days: number) =>
    query(
      app.databaseUrl,
      `set session_replication_role = replica;
       update licence set until_at = until_at + interval '${days} days'`,
    );
  await alter(1);
  const { code, text } = await audit('verify', '--url', app.url);
  await alter(-1);
  expect(code).toBe(1);
  expect(text).toMatch(/^licences {4}FAILED/m);
  expect(text).toContain(`It differs in until_at. [licence urn:uuid:${licence}]`);
});

test('a status list that hides a revocation is found', async () => {
  const put = (state: string) =>
    query(
      app.databaseUrl,
      `set session_replication_role = replica; update licence set state = '${state}'`,
    );
  await put('active');
  const { signed } = { signed: await resign() };
  await put('revoked');
  const { code, text } = await audit('verify', '--url', app.url);
  await resign();
  expect([signed, code]).toEqual([undefined, 1]);
  expect(text).toContain(
    `FAILED status: Its status list says 0, and by the events it is 1. [licence urn:uuid:${licence}]`,
  );
});

/** Has every list say what the licences are now. */
async function resign(): Promise<void> {
  await query(app.databaseUrl, 'insert into status_change (list) select uri from status_list');
  await signDueLists(app.ctx);
}

test('an export is verified without any service, and one that was altered is not taken', async () => {
  const [whole, broken] = [join(directory, 'whole'), join(directory, 'broken')];
  for (const path of [whole, broken]) await audit('export', path, '--url', app.url);
  const untouched = await audit('verify', whole);
  expect(untouched.text).toContain('licences    -');
  expect(untouched.code).toBe(0);
  const file = join(broken, 'log-1', 'entries.ndjson');
  await writeFile(file, (await readFile(file, 'utf8')).replaceAll('No footer', 'By mistake'));
  const altered = await audit('verify', broken);
  expect(altered.code).toBe(1);
  expect(altered.text).toContain('FAILED hashes: What the event says was altered.');
  expect(altered.text).toContain(licence);
});

test('what came in between two exports is told, and that the later begins with the earlier', async () => {
  const after = join(directory, 'after');
  await audit('export', after, '--url', app.url);
  const { code, text } = await audit('diff', join(directory, 'before'), after);
  expect(code).toBe(0);
  expect(text).toMatch(/^\+ \d+ {2}\S+ {2}licence.revoked {2}licence /);
  expect(text).toContain('The later log begins with the earlier one.');
  const backwards = await audit('diff', after, join(directory, 'before'));
  expect(backwards.code).toBe(1);
});

test('two checkpoints are compared by the leaves of a running service', async () => {
  const checkpoint = (name: string) => join(directory, name, 'log-1', 'checkpoint');
  await audit('export', join(directory, 'later'), '--url', app.url);
  const { code, text } = await audit(
    ...['diff', checkpoint('before'), checkpoint('later'), '--url', app.url],
  );
  expect(code).toBe(0);
  expect(text).toContain('licence.revoked');
});

test.each([
  [['inspect'], 'Say verify, export, diff, new-shard.'],
  [['verify', '--check'], "Unknown option '--check'"],
  [['export'], 'Name one directory'],
  [['new-shard'], 'Give the reason'],
])('a command that makes no sense is told how it is used: %j', async (args, why) => {
  const { code, text } = await audit(...args);
  expect(code).toBe(2);
  expect(text).toContain(why);
  expect(text).toContain('imprimatur audit verify');
});

test.each([
  ['a key of two lines', `${ADMIN_KEY}\nof-another`, (url: string) => url],
  [
    'a password in the address',
    ADMIN_KEY,
    (url: string) => url.replace('//', `//desk:${ADMIN_KEY}@`),
  ],
])('what is wrong with %s is told without it', async (_name, key, address) => {
  const told = await auditWith({ IMPRIMATUR_KEY: key }, 'verify', '--url', address(app.url)).then(
    ({ text }) => text,
    (error: Error) => error.message,
  );
  expect(told).toMatch(/^(IMPRIMATUR_KEY|--url) /);
  expect(told).not.toContain(ADMIN_KEY);
});

test('the line break that a file ends with is no part of the key', async () => {
  const env = { IMPRIMATUR_KEY: `${ADMIN_KEY}\n` };
  expect((await auditWith(env, 'verify', '--url', app.url)).text).toContain('1 licences.');
});
