import { setTimeout as pause } from 'node:timers/promises';
import { type ServiceProcess, startService } from '../support/service-process.ts';
import { type Ground, groundFor } from '../support/tiers.ts';

let ground: Ground;
let service: ServiceProcess;
beforeAll(async () => {
  ground = await groundFor('PostgreSQL');
  service = startService(ground.env);
  await service.ready();
}, 120_000);
afterAll(async () => {
  await service.kill();
  await ground.remove();
});

test('a second signal, as npm sends one after Ctrl-C, does not break off an orderly end', async () => {
  for (const signal of ['SIGINT', 'SIGINT', 'SIGTERM'] as const) {
    process.kill(service.pid, signal);
    await pause(5);
  }
  const { code, signal } = await service.ended;
  expect({ code, signal }).toEqual({ code: 0, signal: null });
}, 60_000);
