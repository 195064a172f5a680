import { accessSync, constants, readdirSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** Debian keeps each major version's server programs here, off the PATH. */
const DEBIAN_POSTGRES = '/usr/lib/postgresql';

/** The absolute path of a program on the PATH. */
export function findOnPath(name: string): string | undefined {
  const directories = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return directories.map((directory) => join(directory, name)).find(isExecutable);
}

export function findRedis(): string | undefined {
  return findOnPath('redis-server');
}

/** Chromium by whichever name this system gives it. */
export function findChromium(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  return names.map(findOnPath).find((path) => path !== undefined);
}

/** The directory of the newest PostgreSQL that has both `postgres` and its own `initdb`. */
export function findPostgres(): string | undefined {
  const onPath = findOnPath('postgres');
  const candidates = onPath ? [dirname(realpathSync(onPath))] : [];
  return [...candidates, ...debianVersions()].find((directory) =>
    ['postgres', 'initdb'].every((name) => isExecutable(join(directory, name))),
  );
}

function debianVersions(): string[] {
  let versions: string[];
  try {
    versions = readdirSync(DEBIAN_POSTGRES);
  } catch {
    return [];
  }
  const newestFirst = versions.sort((a, b) => Number(b) - Number(a));
  return newestFirst.map((version) => join(DEBIAN_POSTGRES, version, 'bin'));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
