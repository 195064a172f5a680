import { spawnSync } from 'node:child_process';
import { findChromium, findOnPath, findPostgres, findRedis } from './find-binary.ts';

/**
 * Debian starts what it installs. `policy-rc.d` forbids that for the length of the installation,
 * unless the machine has a policy of its own.
 */
const INSTALL = `
set -e
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  trap 'rm -f "$policy"' EXIT
  trap 'exit 1' HUP INT TERM
  printf '#!/bin/sh\\nexit 101\\n' > "$policy"
  chmod 755 "$policy"
fi
export DEBIAN_FRONTEND=noninteractive
apt-get -q -o DPkg::Lock::Timeout=120 update
apt-get -q -o DPkg::Lock::Timeout=120 install -y --no-install-recommends "$@"
`;

/**
 * Makes sure that PostgreSQL, Redis and Chromium can be started on this machine.
 *
 * @throws Error naming what to install, where the tests cannot install it themselves
 */
export function ensureServers(): void {
  const missing = missingPackages();
  if (missing.length === 0) return;
  const become = waysToRoot();
  if (!become || !findOnPath('apt-get')) throw new Error(advice(missing));
  say(`The tests need real servers and a browser: installing ${missing.join(', ')} with apt-get.`);
  const [command = 'sh', ...args] = [...become, 'sh', '-c', INSTALL, 'install', ...missing];
  const { status } = spawnSync(command, args, { stdio: ['ignore', 2, 2] });
  if (status !== 0 || missingPackages().length > 0) throw new Error(advice(missing));
}

function missingPackages(): string[] {
  const wanted = { postgresql: findPostgres, 'redis-server': findRedis, chromium: findChromium };
  return Object.entries(wanted).flatMap(([name, find]) => (find() ? [] : [name]));
}

/** What to put before a command to run it as root; nothing when that would ask for a password. */
function waysToRoot(): string[] | undefined {
  if (process.getuid?.() === 0) return [];
  const sudo = findOnPath('sudo');
  if (!sudo) return undefined;
  return spawnSync(sudo, ['-n', 'true'], { stdio: 'ignore' }).status === 0
    ? [sudo, '-n']
    : undefined;
}

function advice(missing: readonly string[]): string {
  return [
    `The tests run against real servers and a real browser, and this machine lacks: ${missing.join(', ')}.`,
    `Debian or Ubuntu: sudo apt-get install --no-install-recommends ${missing.join(' ')}`,
    'Elsewhere: put postgres, initdb (14 or newer), redis-server and chromium on the PATH.',
  ].join('\n');
}

function say(message: string): void {
  process.stderr.write(`${message}\n`);
}
