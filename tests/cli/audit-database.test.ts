import { randomBytes } from 'node:crypto';
import { run } from '../../src/cli/audit.ts';
import { openSealer } from '../../src/services/log/open-sealer.ts';
import { type TestService, testService } from '../support/context.ts';
import { openNewsroom } from '../support/newsroom.ts';

const SEAL_KEY = randomBytes(32);
let service: TestService;
beforeAll(async () => {
  service = await testService({}, SEAL_KEY);
  const newsroom = await openNewsroom(service);
  await (await newsroom.outlet()).ask(await newsroom.putIn());
  await openSealer(service.ctx)();
});
afterAll(() => service.close());

async function audit(...args: string[]): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const take = (line: string) => void lines.push(line);
  const { publicUrl, dataDir } = service.ctx.config;
  const env = {
    ...{ DATABASE_URL: service.url, SEAL_KEY: SEAL_KEY.toString('base64') },
    ...{ PUBLIC_URL: publicUrl, DATA_DIR: dataDir },
  };
  const code = await run(args, { out: take, err: take, env });
  return { code, text: lines.join('\n') };
}

test('a database is verified where the service works on it', async () => {
  const { code, text } = await audit('verify');
  expect(text).toContain('consistency -       The tree begins with the saved checkpoint.');
  expect(text).toContain('Nothing is wrong. 1 licences.');
  expect(code).toBe(0);
});

test('a new tree is opened for a reason, and both trees are verified from then on', async () => {
  const { code, text } = await audit('new-shard', '--reason', 'An old dump was restored');
  expect([code, text]).toEqual([
    0,
    'The log goes on as rights.example/log/2. Events without a leaf get theirs there.',
  ]);
  const before = await audit('verify');
  expect(before.text).toContain('1 events wait for their leaf.');
  await openSealer(service.ctx)();
  const after = JSON.parse((await audit('verify', '--json')).text);
  expect(after.findings).toEqual([]);
  expect(after.trees.map(({ origin }: { origin: string }) => origin)).toEqual([
    'rights.example/log',
    'rights.example/log/2',
  ]);
});

test('a database that is not there is told in a sentence', async () => {
  const lines: string[] = [];
  const take = (line: string) => void lines.push(line);
  const env = {
    DATABASE_URL: 'postgres://127.0.0.1:1/none',
    SEAL_KEY: SEAL_KEY.toString('base64'),
  };
  expect(await run(['verify'], { out: take, err: take, env })).toBe(1);
  expect(lines.join('\n')).toContain('The database does not answer');
});
