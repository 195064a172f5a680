import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { until } from './until.ts';

/** The built service, as seen from these sources and from what they are compiled to. */
const DIST = import.meta.url.endsWith('.ts') ? '../../dist' : '../..';
const MAIN = fileURLToPath(new URL(`${DIST}/src/main.js`, import.meta.url));
const STOP_WITHIN_MS = 30_000;

export type ServiceEnv = Readonly<Record<string, string>>;

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** From the signal to the end. */
  ms: number;
}

/** The built service as a process of its own. */
export interface ServiceProcess {
  pid: number;
  /** All that it has printed so far. */
  output(): string;
  /** Resolves when it serves, or, without HTTP, when it says that it is ready; else kills it. */
  ready(withinMs?: number): Promise<void>;
  /** How it ended, once it has. */
  ended: Promise<Ended>;
  /** Asks it to end, and kills it if it has not within 30 s. */
  stop(): Promise<Ended>;
  /** Ends it as a crash would. */
  kill(): Promise<Ended>;
}

const running = new Set<ChildProcess>();

// However the process of the tests ends, none of these outlives it.
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts the service with this environment and nothing of ours. */
export function startService(env: ServiceEnv, role?: 'api' | 'workers'): ServiceProcess {
  const args = role ? [MAIN, '--role', role] : [MAIN];
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const output = () => Buffer.concat(chunks).toString();
  const isReady = () => (role === 'workers' ? saidReady(output()) : servesAt(env));
  let askedAt = Date.now();
  const end = endOf(child, () => askedAt);
  const signal = (name: NodeJS.Signals) => {
    askedAt = Date.now();
    child.kill(name);
    return end;
  };
  return {
    pid: child.pid ?? 0,
    output,
    ended: end,
    ready: (withinMs = 110_000) =>
      untilReady(child, isReady, output, withinMs).catch((error: unknown) => {
        child.kill('SIGKILL');
        throw error;
      }),
    stop: () => {
      const impatience = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
      return signal('SIGTERM').finally(() => clearTimeout(impatience));
    },
    kill: () => signal('SIGKILL'),
  };
}

async function endOf(child: ChildProcess, askedAt: () => number): Promise<Ended> {
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { code, signal, ms: Date.now() - askedAt() };
}

async function untilReady(
  child: ChildProcess,
  isReady: () => boolean | Promise<boolean>,
  output: () => string,
  withinMs: number,
): Promise<void> {
  const look = async () => {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`the service ended before it was ready:\n${output()}`);
    }
    return isReady();
  };
  await until('the service is ready', look, withinMs).catch((error: Error) => {
    throw new Error(`${error.message}\n${output().slice(-4000)}`);
  });
}

function saidReady(output: string): boolean {
  return output.includes('"msg":"ready"');
}

async function servesAt({ PUBLIC_URL }: ServiceEnv): Promise<boolean> {
  return fetch(`${PUBLIC_URL}/readyz`).then(
    (response) => response.ok,
    () => false,
  );
}
