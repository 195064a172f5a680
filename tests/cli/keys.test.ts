import { randomBytes } from 'node:crypto';
import { run } from '../../src/cli/keys.ts';
import { listSigningKeys } from '../../src/services/signing-keys/list-keys.ts';
import { type TestService, testService } from '../support/context.ts';

const SEAL_KEY = randomBytes(32);
let service: TestService;
beforeAll(async () => {
  service = await testService({}, SEAL_KEY);
});
afterAll(() => service.close());

/** What the command says, and its exit code. */
async function call(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said: Record<'out' | 'err', string[]> = { out: [], err: [] };
  const env = { DATABASE_URL: service.url, SEAL_KEY: SEAL_KEY.toString('base64') };
  const code = await run(args, {
    out: (line) => void said.out.push(`${line}\n`),
    err: (line) => void said.err.push(`${line}\n`),
    env,
  });
  return { code, out: said.out.join(''), err: said.err.join('') };
}
const stateOf = async (kid: string) =>
  (await listSigningKeys(service.ctx)).find((key) => key.kid === kid)?.state;

test('it lists the keys, as lines and as the archive', async () => {
  const { active, log, archive } = service.ctx.keys;
  const { code, out } = await call('list');
  expect(code).toBe(0);
  expect(out).toMatch(new RegExp(`^${active.kid} +licence +active +since 20`, 'm'));
  expect(out).toMatch(new RegExp(`^${log.kid} +log +active`, 'm'));
  expect(JSON.parse((await call('list', '--json')).out)).toEqual(archive);
});

test('it publishes a key, and says when that takes over', async () => {
  const { code, out } = await call('rotate', '--after-hours', '48');
  expect(code).toBe(0);
  const [, kid = '', at = ''] = /^(\S+) is published and takes over at (\S+)\.$/m.exec(out) ?? [];
  expect(await stateOf(kid)).toBe('pending');
  expect(Date.parse(at)).toBeGreaterThan(Date.now() + 47.9 * 3_600_000);

  const again = await call('rotate');
  expect([again.code, again.out]).toEqual([1, '']);
  expect(again.err).toContain(kid);
});

test('it gives a key up, which the running service sees, and the record names the command', async () => {
  const { kid } = service.ctx.keys.log;
  const { code, out } = await call('compromise', kid, '--reason', 'A disk was lost.');
  expect(code).toBe(0);
  expect(await stateOf(kid)).toBe('compromised');
  await service.ctx.keys.reload();
  expect(out).toBe(`${kid} is compromised. ${service.ctx.keys.log.kid} signs.\n`);
  const line = await service.db
    .selectFrom('audit_event')
    .select('actor_id')
    .where('type', '=', 'signing-key.compromised')
    .executeTakeFirstOrThrow();
  expect(line.actor_id).toBe('command:keys');
});

test.each([
  [[], 'Say list, rotate or compromise.'],
  [['burn'], 'Say list, rotate or compromise.'],
  [['list', 'abc'], 'takes no key'],
  [['compromise'], 'Which key?'],
  [['compromise', 'abc'], '--reason'],
  [['compromise', 'abc', 'def', '--reason', 'x'], 'one word too many'],
  [['rotate', '--purpose', 'delivery'], '--purpose is licence or log.'],
  [['rotate', '--after-hours', 'soon'], 'a number'],
  [['rotate', '--at', 'tomorrow'], 'RFC 3339'],
  [['rotate', '--at', '2099-01-01T00:00:00Z', '--after-hours', '3'], 'Give --at or --after-hours.'],
  [['rotate', '--force'], '--force'],
])('%j is told how it is used, and does nothing', async (args, said) => {
  const before = await listSigningKeys(service.ctx);
  const { code, err } = await call(...args);
  expect(code).toBe(2);
  expect(err).toContain(said);
  expect(err).toContain('imprimatur keys rotate');
  expect(await listSigningKeys(service.ctx)).toEqual(before);
});

test('what the service would refuse is refused with the reason', async () => {
  const soon = await call('rotate', '--purpose', 'log', '--after-hours', '0');
  expect([soon.code, soon.err]).toEqual([1, expect.stringContaining('10 minutes')]);
  const unknown = await call('compromise', 'nobody', '--reason', 'x');
  expect([unknown.code, unknown.err]).toEqual([1, 'No key has the kid nobody.\n']);
});

test('a kid that begins with a hyphen is no option', async () => {
  const kid = `-${'a'.repeat(42)}`;
  const { err } = await call('compromise', kid, '--reason', 'x');
  expect(err).toBe(`No key has the kid ${kid}.\n`);
});

test('it explains itself, and where there is no service it makes none', async () => {
  expect((await call('--help')).out).toContain('DATABASE_URL');
  const lines: string[] = [];
  const code = await run(['list'], {
    out: () => {},
    err: (line) => void lines.push(line),
    env: { DATA_DIR: '/nowhere/at/all' },
  });
  expect([code, lines.join()]).toEqual([
    1,
    expect.stringContaining('There is no /nowhere/at/all.'),
  ]);
});
