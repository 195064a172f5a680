import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Where the build leaves a cluster that a first start only has to copy. The name carries PGlite's
 * version: another one may be another PostgreSQL.
 */
export function readyCluster(): string {
  const manifest = new URL('../package.json', import.meta.resolve('@electric-sql/pglite'));
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  return fileURLToPath(new URL(`../../cluster-${version}`, import.meta.url));
}
