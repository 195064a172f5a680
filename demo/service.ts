import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DemoFailed } from './confirm.ts';

const PROGRAM = fileURLToPath(new URL('../src/main.js', import.meta.url));
const LOOK_MS = 25;
const STOP_MS = 10_000;

export interface Service {
  url: string;
  adminKey: string;
  logFile: string;
  /** Rejects, with what the service printed, when it ends by itself. */
  died: Promise<never>;
}

/**
 * Starts the real service in the embedded tier, on a free port, in a directory of its own.
 *
 * @param endings takes what stops the service and removes its directory, from the moment that
 *   there is something to stop
 * @throws DemoFailed with what the service printed, when it does not start
 */
export async function startService(endings: (() => Promise<void>)[]): Promise<Service> {
  const directory = await mkdtemp(join(tmpdir(), 'imprimatur-demo-'));
  endings.push(() => rm(directory, { recursive: true, force: true }));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const adminKey = `demo-${randomBytes(24).toString('hex')}`;
  const logFile = join(directory, 'service.log');
  const log = openSync(logFile, 'w');
  const child = spawn(process.execPath, [PROGRAM], {
    stdio: ['ignore', log, log],
    env: environment({ port, url, adminKey, directory }),
  });
  endings.push(() => stop(child));

  const died = failWhenEnded(child, logFile);
  died.catch(() => {});
  await Promise.race([answers(`${url}/readyz`), died]);
  return { url, adminKey, logFile, died };
}

/** Nothing of the shell's own settings, which could point to somebody's real database. */
function environment(made: { port: number; url: string; adminKey: string; directory: string }) {
  return {
    PORT: String(made.port),
    PUBLIC_URL: made.url,
    DATA_DIR: join(made.directory, 'data'),
    ADMIN_KEY: made.adminKey,
    EGRESS_ALLOW: '127.0.0.0/8',
  };
}

/** Free a moment ago; the service has to know its own URL before it opens the port. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

async function answers(url: string): Promise<void> {
  for (;;) {
    const ready = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await pause(LOOK_MS);
  }
}

async function failWhenEnded(child: ChildProcess, logFile: string): Promise<never> {
  const [code, signal] = await once(child, 'exit');
  const printed = await readFile(logFile, 'utf8');
  throw new DemoFailed(`The service ended (${signal ?? code}). It printed:\n${printed}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await ended;
  clearTimeout(impatience);
}
