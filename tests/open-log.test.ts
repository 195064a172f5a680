import { readConfig } from '../src/config.ts';
import { openLog } from '../src/open-log.ts';
import { findAny, spellingsOf } from './support/spellings.ts';

const ADMIN_KEY = 'the-admin-key-of-this-test-run-only';
const ALERT_WEBHOOK_SECRET = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
const SETTINGS = {
  ADMIN_KEY,
  ALERT_WEBHOOK_SECRET,
  SEAL_KEY: Buffer.alloc(32, 7).toString('base64'),
  DATABASE_URL: 'postgres://desk:of-the-database@db.example/house',
  DATABASE_OWNER_URL: 'postgres://owner:of-the-owner@db.example/house',
  REDIS_URL: 'redis://:of%2Fthe%2Fcache@cache.example',
  SMTP_URL: 'smtp://desk:of-the-mails@mail.example',
  MAIL_FROM: 'desk@rights.example',
  ALERT_WEBHOOK_URL: 'https://pager.example/hooks/the-token-of-the-pager/',
};

/** What a log writes, as text and as its lines say it. */
function opened(env: Record<string, string> = SETTINGS) {
  const lines: string[] = [];
  const log = openLog(readConfig(env), 'all', { write: (line) => void lines.push(line) });
  return { log, lines, said: () => lines.map((line) => JSON.parse(line)) };
}

test('an error tells its kind, its code, and all its causes', () => {
  const { log, said } = opened();
  const cause = Object.assign(new TypeError('no route'), { code: 'EHOSTUNREACH' });
  const error = Object.assign(new Error('not sent', { cause }), { code: 'E1', constraint: 'one' });
  log.error({ err: error, placement: 'p1' }, 'a delivery failed here');
  expect(said()).toMatchObject([
    {
      ...{ role: 'all', placement: 'p1', msg: 'a delivery failed here' },
      err: { type: 'Error', message: 'not sent: no route', code: 'E1', constraint: 'one' },
    },
  ]);
  expect(said()[0].err.stack).toMatch(/open-log\.test\.ts.*caused by: TypeError: no route/s);
});

test('each part of several errors is told', () => {
  const { log, said } = opened();
  const parts = [Object.assign(new Error('refused'), { syscall: 'connect', args: ['x'] })];
  log.error({ err: new AggregateError(parts, 'none answered') });
  const [told] = said()[0].err.aggregateErrors;
  expect(told).toEqual({
    type: 'Error',
    message: 'refused',
    stack: expect.anything(),
    syscall: 'connect',
  });
});

test('what a library hangs on an error stays out of the log', () => {
  const { log, lines } = opened({});
  const command = { name: 'auth', args: ['of-nobody-known'] };
  const socket = Object.assign(new Error('inner'), { command });
  log.warn({ err: Object.assign(new Error('WRONGPASS'), { command, socket, detail: 'a row' }) });
  log.warn({ err: { message: 'thrown bare', command } });
  expect(lines.join()).toContain('WRONGPASS');
  expect(lines.join()).not.toMatch(/of-nobody-known|a row/);
});

test.each([
  ADMIN_KEY,
  ALERT_WEBHOOK_SECRET,
  SETTINGS.SEAL_KEY,
  'of-the-database',
  'of-the-owner',
  'of/the/cache',
  'of-the-mails',
  'the-token-of-the-pager',
])('an error that quotes a secret of the environment is told without it: %s', (secret) => {
  const { log, lines, said } = opened();
  const cause = new Error(`got ${encodeURIComponent(secret)}`);
  const message = `ERR unknown command 'AUTH', with args beginning with: '${secret}'`;
  log.warn({ err: new AggregateError([cause], message, { cause }) }, 'the queue has trouble');
  expect(findAny(spellingsOf(secret), [{ where: 'log', text: lines.join() }])).toEqual([]);
  expect(said()[0].err.message).toBe(
    "ERR unknown command 'AUTH', with args beginning with: '••••': got ••••",
  );
});
