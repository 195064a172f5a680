import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

const HEARTBEAT_MS = 5_000;
const STALE_MS = 20_000;

/**
 * Takes a data directory for this process alone; PGlite itself would let two in and lose data.
 *
 * The lock names its process. It is stale when that process is gone (seen on the same host) or
 * has not touched it for 20 s (another host or container on the same volume).
 *
 * @returns gives the directory back
 * @throws Error naming the holder, when the directory is in use
 */
export function lockDirectory(directory: string): () => void {
  const file = join(directory, 'imprimatur.lock');
  const mine = JSON.stringify({ pid: process.pid, host: hostname() });
  if (!create(file, mine)) {
    refuseIfHeld(file, directory);
    rmSync(file, { force: true });
    if (!create(file, mine)) throw inUse(directory, 'another process that starts right now');
  }
  const heart = setInterval(() => touch(file), HEARTBEAT_MS);
  heart.unref();
  return () => {
    clearInterval(heart);
    rmSync(file, { force: true });
  };
}

function create(file: string, content: string): boolean {
  try {
    writeFileSync(file, content, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function refuseIfHeld(file: string, directory: string): void {
  const holder = holderOf(file);
  if (!holder) return;
  const sameHost = holder.host === hostname();
  const held = sameHost ? isAlive(holder.pid) : holder.ageMs < STALE_MS;
  if (held) throw inUse(directory, `process ${holder.pid} on ${holder.host}`);
}

function holderOf(file: string): { pid: number; host: string; ageMs: number } | undefined {
  try {
    const { pid, host } = JSON.parse(readFileSync(file, 'utf8'));
    return { pid, host, ageMs: Date.now() - statSync(file).mtimeMs };
  } catch {
    return undefined;
  }
}

/** A process that may not be signalled is alive too. A restarted container can get its old pid. */
function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function touch(file: string): void {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // The directory was removed under us; there is nothing left to protect.
  }
}

function inUse(directory: string, holder: string): Error {
  return new Error(
    `The data directory ${directory} is in use by ${holder}. Stop that process, or give this one ` +
      'its own DATA_DIR. Several processes need PostgreSQL: set DATABASE_URL.',
  );
}
