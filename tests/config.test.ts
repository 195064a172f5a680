import { readConfig } from '../src/config.ts';

const SEAL_KEY = Buffer.alloc(32, 7).toString('base64');

test('nothing set is the embedded tier on loopback', () => {
  const { config, secrets } = readConfig({});
  expect(config).toMatchObject({
    tier: 'embedded',
    host: '127.0.0.1',
    port: 8080,
    publicUrl: 'http://localhost:8080',
    dataDir: './data',
    egressAllow: [],
    trustProxy: false,
  });
  expect(secrets.adminKey).toBeUndefined();
});

test.each([
  ['server', { DATABASE_URL: 'postgres://127.0.0.1/x', SEAL_KEY }],
  ['fleet', { DATABASE_URL: 'postgres://127.0.0.1/x', REDIS_URL: 'redis://127.0.0.1', SEAL_KEY }],
])('two addresses alone choose the tier: %s', (tier, env) => {
  expect(readConfig(env).config.tier).toBe(tier);
});

test.each([
  ['PORT', { PORT: '70000' }],
  ['METRICS_PORT', { METRICS_PORT: 'secret' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'ftp://secret-host.example' }],
  ['ADMIN_KEY', { ADMIN_KEY: 'secret-too-short' }],
  ['SEAL_KEY', { SEAL_KEY: 'secret' }],
  ['SEAL_KEY', { DATABASE_URL: 'postgres://secret@127.0.0.1/x' }],
  ['DATABASE_OWNER_URL', { DATABASE_OWNER_URL: 'postgres://secret@127.0.0.1/x' }],
  ['REDIS_URL', { REDIS_URL: 'redis://secret@127.0.0.1' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://secret@127.0.0.1/x', SEAL_KEY }],
  ['EGRESS_ALLOW', { EGRESS_ALLOW: '10.0.0.0/8,secret' }],
  ['SMTP_URL', { SMTP_URL: 'https://secret@mail.example' }],
  ['MAIL_FROM', { SMTP_URL: 'smtp://secret@mail.example' }],
  ['MAIL_FROM', { SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'secret' }],
  ['LOG_LEVEL', { LOG_LEVEL: 'secret' }],
])('a bad %s is named, and no value is shown', (name, env) => {
  expect(() => readConfig(env)).toThrow(new RegExp(`^.*\\n  ${name} [^\\n]+$`));
  expect(() => readConfig(env)).not.toThrow(/secret/);
});

test('every bad value has its line', () => {
  expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/\n {2}PORT .*\n {2}LOG_LEVEL /);
});

test('lists and proxies are read as they are meant', () => {
  const { config } = readConfig({
    EGRESS_ALLOW: '127.0.0.0/8, ::1/128',
    TRUST_PROXY: '2',
    ISSUER_ALIASES: 'https://old.example/',
    PUBLIC_URL: 'https://rights.example/',
  });
  expect(config).toMatchObject({
    egressAllow: ['127.0.0.0/8', '::1/128'],
    trustProxy: 2,
    issuerAliases: ['https://old.example'],
    publicUrl: 'https://rights.example',
  });
});
