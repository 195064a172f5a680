import { sql } from 'kysely';
import { ensureSigningKeys } from '../../../src/services/boot/signing-keys.ts';
import { type TestService, testService } from '../../support/context.ts';

let service: TestService;
beforeAll(async () => {
  service = await testService();
});
afterAll(() => service.close());

test('a key for licences and one for the log are made once and told once, without their private parts', async () => {
  await ensureSigningKeys(service.db, service.ctx);
  const { rows } = await sql<{ payload: string }>`
    select payload from audit_payload where payload like '%signing-key.activated%'
  `.execute(service.db);
  const told = rows.map(({ payload }) => JSON.parse(payload));
  const { active, log, jwks, archive } = service.ctx.keys;
  expect(told.map(({ subject }) => subject.id).sort()).toEqual([active.kid, log.kid].sort());
  expect(told.map(({ after }) => after.purpose).sort()).toEqual(['licence', 'log']);
  expect(jwks.keys).toEqual([told.find(({ after }) => after.purpose === 'licence').after.jwk]);
  expect(JSON.stringify([told, jwks, archive])).not.toContain('"d":');
});
