import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PID_FILE } from './server-directory.ts';
import type { SystemUser } from './unprivileged-user.ts';

const START_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 10_000;

interface Launch {
  command: string;
  args: readonly string[];
  /** Where it runs, and where its log and process id lie. */
  directory: string;
  user?: SystemUser | undefined;
  /** The signal by which this server stops at once but cleanly. */
  stopSignal: NodeJS.Signals;
  /** Resolves when a real client was served; rejects while the server is not there yet. */
  connect: () => Promise<void>;
}

export interface ServerProcess {
  stop(): Promise<void>;
}

/**
 * Starts a server and waits until it serves.
 *
 * @throws Error with the end of the server's log when it ends or does not answer in time
 */
export async function launchServer(launch: Launch): Promise<ServerProcess> {
  const child = spawnServer(launch);
  await once(child, 'spawn');
  const pidFile = join(launch.directory, PID_FILE);
  writeFileSync(pidFile, String(child.pid));
  child.once('exit', () => rmSync(pidFile, { force: true }));
  child.unref();
  const server = { stop: () => stop(child, launch.stopSignal) };
  await untilServing(child, launch).catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  return server;
}

function spawnServer({ command, args, directory, user }: Launch): ChildProcess {
  const log = openSync(join(directory, 'server.log'), 'a');
  const child = spawn(command, args, {
    cwd: directory,
    detached: true,
    // What it leaves in its temporary directory goes with its own.
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC', TMPDIR: directory },
    stdio: ['ignore', log, log],
    ...user,
  });
  closeSync(log);
  return child;
}

async function untilServing(child: ChildProcess, launch: Launch): Promise<void> {
  const deadline = Date.now() + START_WITHIN_MS;
  while (Date.now() < deadline && isRunning(child)) {
    const serving = await launch.connect().then(
      () => true,
      () => false,
    );
    if (serving && isRunning(child)) return;
    await sleep(25);
  }
  const log = readFileSync(join(launch.directory, 'server.log'), 'utf8').slice(-2000);
  throw new Error(`${launch.command} did not start:\n${log}`);
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (!isRunning(child)) return;
  const exited = once(child, 'exit');
  child.ref();
  child.kill(signal);
  const impatience = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
  await exited;
  clearTimeout(impatience);
  endChildren(child);
}

/** Those of a killed server outlive it by a moment, in which they write where it ran. */
function endChildren({ pid = 0 }: ChildProcess): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It had none, or they went with it.
  }
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}
