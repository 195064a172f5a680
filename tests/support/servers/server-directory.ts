import { spawn } from 'node:child_process';
import { chownSync, mkdtempSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { SystemUser } from './unprivileged-user.ts';

/** Holds the process id of the server that runs in a directory, while it runs. */
export const PID_FILE = 'server.pid';

/**
 * Reads until its input ends, which is when its owner is gone, killed or not. Then it ends the
 * server and removes the directory: whatever happens to a test run, nothing of it stays behind.
 */
const REAPER = `
read -r _
pid=$(cat "$1/${PID_FILE}" 2>/dev/null)
if [ -n "$pid" ]; then
  kill -QUIT "$pid"; kill -CONT "$pid"
  for _ in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$pid" && sleep 0.2; done
  kill -KILL "$pid" "-$pid"
fi 2>/dev/null
rm -rf "$1"
`;

export interface ServerDirectory {
  path: string;
  remove(): Promise<void>;
}

/** A new directory for one server, which goes when it is removed or its owner's process ends. */
export function createServerDirectory(name: string, user?: SystemUser): ServerDirectory {
  const path = mkdtempSync(join(passableTemporaryDirectory(), `imprimatur-${name}-`));
  if (user) chownSync(path, user.uid, user.gid);
  const reaper = spawn('/bin/sh', ['-c', REAPER, 'reaper', path], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  reaper.unref();
  // A pipe to a child is a socket, whatever its type says: it must not keep the owner alive.
  (reaper.stdin as Socket).unref();
  return {
    path,
    remove: async () => {
      reaper.kill('SIGKILL');
      await rm(path, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** A server that runs as another user must be able to pass through every parent. */
function passableTemporaryDirectory(): string {
  return [tmpdir(), '/tmp', '/var/tmp'].find(isPassable) ?? tmpdir();
}

function isPassable(directory: string): boolean {
  const passable = (statSync(directory, { throwIfNoEntry: false })?.mode ?? 0) & 0o001;
  const parent = dirname(directory);
  return passable !== 0 && (parent === directory || isPassable(parent));
}
