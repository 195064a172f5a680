import { type ServiceProcess, startService } from '../support/service-process.ts';
import { beside, type Ground, groundFor } from '../support/tiers.ts';

let ground: Ground;
let holder: ServiceProcess;
beforeAll(async () => {
  ground = await groundFor('embedded');
  holder = startService(ground.env);
  await holder.ready();
}, 120_000);
afterAll(async () => {
  await holder.kill();
  await ground.remove();
});

test('a second process on the directory is refused, told who has it and what to do', async () => {
  const second = startService(await beside(ground.env));
  const { code } = await second.ended;
  expect(code).toBe(1);
  const { DATA_DIR } = ground.env;
  expect(second.output()).toContain(`${DATA_DIR} is in use by process ${holder.pid}`);
  expect(second.output()).toContain('set DATABASE_URL');
  expect(second.output()).not.toContain('    at ');
  expect((await fetch(`${ground.env.PUBLIC_URL}/readyz`)).status).toBe(200);
});

test('the lock of a process that was killed is taken over, with all that it had stored', async () => {
  const keys = async () => (await fetch(`${ground.env.PUBLIC_URL}/.well-known/jwks.json`)).text();
  const before = await keys();
  await holder.kill();
  holder = startService(ground.env);
  await holder.ready();
  expect(await keys()).toBe(before);
}, 60_000);
