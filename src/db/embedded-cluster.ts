import { execFile } from 'node:child_process';
import { cp, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PGlite } from '@electric-sql/pglite';
import { TYPE_PARSERS } from './database.ts';
import { readyCluster } from './ready-cluster.ts';

const run = promisify(execFile);

/** Opens the embedded PostgreSQL in `directory`, laying a new cluster there if there is none. */
export async function openEmbedded(directory: string): Promise<PGlite> {
  const cluster = join(directory, 'pg');
  if (!(await exists(cluster))) await layCluster(cluster);
  return PGlite.create(cluster, { parsers: { ...TYPE_PARSERS } });
}

/** Copies the one that the build has made; without it a child process makes one. */
async function layCluster(cluster: string): Promise<void> {
  const ready = readyCluster();
  if (!(await exists(ready))) {
    await run(process.execPath, [
      fileURLToPath(new URL('./make-cluster.js', import.meta.url)),
      cluster,
    ]);
    return;
  }
  const unfinished = `${cluster}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await cp(ready, unfinished, { recursive: true });
  await rename(unfinished, cluster);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
