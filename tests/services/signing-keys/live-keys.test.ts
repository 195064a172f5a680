import { randomBytes } from 'node:crypto';
import { createSeal, deriveKey } from '../../../src/security/seal.ts';
import { compromiseKey } from '../../../src/services/signing-keys/compromise-key.ts';
import { listSigningKeys } from '../../../src/services/signing-keys/list-keys.ts';
import { openLiveKeys } from '../../../src/services/signing-keys/live-keys.ts';
import { rotateKey } from '../../../src/services/signing-keys/rotate-key.ts';
import { type TestService, testService } from '../../support/context.ts';

let service: TestService;
beforeAll(async () => {
  service = await testService();
});
beforeEach(() => service.ctx.keys.reload());
afterAll(() => service.close());

test('private parts are kept sealed, each under its own name', async () => {
  const rows = await listSigningKeys(service.ctx);
  expect(rows).toHaveLength(2);
  for (const { kid, private_key } of rows) {
    expect(private_key).toMatch(/^v1\.[\w-]+$/);
    const opened = service.ctx.seal.open(private_key ?? '', `signing-key:${kid}`);
    expect(opened).toMatch(/^-----BEGIN PRIVATE KEY-----/);
  }
});

test('under another SEAL_KEY the service does not start', async () => {
  const other = createSeal(deriveKey(randomBytes(32), 'secrets'), randomBytes);
  await expect(openLiveKeys(service.db, other)).rejects.toThrow('SEAL_KEY');
});

test('what another process changed is seen when the keys are read anew, by whoever holds them', async () => {
  const { db, seal } = service.ctx;
  const there = await openLiveKeys(db, seal);
  const held = { ...service.ctx, keys: there };
  const { kid } = await rotateKey(service.as({}), { purpose: 'licence' });
  expect(held.keys.jwks.keys).toHaveLength(1);
  await there.reload();
  expect(held.keys.jwks.keys.map((key) => Reflect.get(key, 'kid'))).toContain(kid);
  expect(held.keys.ring.keys.get(kid)?.state).toBe('pending');
});

test('a change is announced, so that it is seen at once where it was made', async () => {
  const { keys } = service.ctx;
  expect(keys.isChangeExpected()).toBe(false);
  await compromiseKey(service.as({}), { kid: keys.active.kid, reason: 'A test.' });
  expect(keys.isChangeExpected()).toBe(true);
  await keys.reload();
  expect(keys.isChangeExpected()).toBe(false);
});

test('keys that have not changed are not opened anew', async () => {
  const { keys } = service.ctx;
  const { active, ring } = keys;
  await keys.reload();
  expect(keys.active).toBe(active);
  expect(keys.ring).toBe(ring);
});

test('while they cannot be read, the keys stay as they were, and are read again later', async () => {
  const { db, seal } = service.ctx;
  let isDown = false;
  const flaky = new Proxy(db, {
    get: (target, name) => {
      if (isDown) throw new Error('the database is away');
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const keys = await openLiveKeys(flaky, seal);
  const { kid } = keys.active;
  isDown = true;
  await expect(keys.reload()).rejects.toThrow('away');
  expect(keys.active.kid).toBe(kid);
  isDown = false;
  await compromiseKey(service.as({}), { kid, reason: 'A test.' });
  await keys.reload();
  expect(keys.active.kid).not.toBe(kid);
});
