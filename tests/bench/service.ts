import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../support/servers/free-port.ts';
import { type Api, openApi } from './api.ts';
import { adopt, end } from './children.ts';
import { residentMb } from './resident-memory.ts';

const MAIN = fileURLToPath(new URL('../../src/main.js', import.meta.url));
const READY_WITHIN_MS = 60_000;
const ADMIN_KEY = `bench-${randomBytes(24).toString('hex')}`;
const SEAL_KEY = randomBytes(32).toString('base64');

/** The built service in a process of its own. */
export interface Service {
  pid: number;
  origin: string;
  api: Api;
  /** From the start of the process until it could serve. */
  readyAfterMs: number;
  stop(): Promise<void>;
}

/** Starts the service as `npm start` does and waits until it serves. */
export async function startService(
  env: Record<string, string>,
  role: 'all' | 'api' = 'all',
): Promise<Service> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const startedAt = performance.now();
  const directory = mkdtempSync(join(tmpdir(), 'imprimatur-bench-service-'));
  const child = adopt(launch({ ...environment(port), DATA_DIR: directory, ...env }, role));
  await untilReady(child, origin);
  const readyAfterMs = performance.now() - startedAt;
  const api = openApi(origin, ADMIN_KEY);
  const stop = async () => {
    await api.close();
    await end(child);
    rmSync(directory, { recursive: true, force: true });
  };
  return { pid: child.pid ?? 0, origin, api, readyAfterMs, stop };
}

/** One address for all processes of a run, because licences name it as their issuer. */
function environment(port: number): Record<string, string> {
  return {
    PORT: String(port),
    PUBLIC_URL: 'https://rights.example',
    LOG_LEVEL: 'warn',
    EGRESS_ALLOW: '127.0.0.0/8',
    ADMIN_KEY,
    SEAL_KEY,
  };
}

/** What it logs goes through a pipe, as it does to whatever collects logs, and is thrown away. */
function launch(env: Record<string, string>, role: string): ChildProcess {
  const child = spawn(process.execPath, [...startFlags(env), MAIN, '--role', role], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.resume();
  return child;
}

/** What `npm start` gives Node itself, which it does in the embedded tier only. */
function startFlags({ DATABASE_URL }: Record<string, string>): string[] {
  if (DATABASE_URL) return [];
  const manifest = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  const { start } = (JSON.parse(manifest) as { scripts: { start: string } }).scripts;
  return start.match(/--[\w-]+=\d+/g) ?? [];
}

async function untilReady(child: ChildProcess, origin: string): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  while (performance.now() < deadline && child.exitCode === null) {
    const ready = await fetch(`${origin}/readyz`).then(
      (reply) => reply.ok,
      () => false,
    );
    if (ready) return;
    await sleep(10);
  }
  throw new Error('the service did not become ready');
}

/** How a command of the service went. */
export interface CommandRun {
  code: number | null;
  output: string;
  ms: number;
  /** The most memory that it was seen to hold. */
  peakMb: number;
}

/** Runs a command with the environment of the services of this run. */
export async function runCommand(
  args: readonly string[],
  env: Record<string, string>,
): Promise<CommandRun> {
  const startedAt = performance.now();
  const child = adopt(
    spawn(process.execPath, [MAIN, ...args], {
      env: { PATH: process.env.PATH, ...environment(0), ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  let peakMb = 0;
  const look = setInterval(() => {
    if (child.exitCode !== null) return;
    const heldMb = residentMb(child.pid ?? 0);
    // One that has ended and was not waited for yet holds nothing that can be read.
    if (heldMb > peakMb) peakMb = heldMb;
  }, 50);
  await once(child, 'close');
  clearInterval(look);
  return { code: child.exitCode, output, ms: performance.now() - startedAt, peakMb };
}
