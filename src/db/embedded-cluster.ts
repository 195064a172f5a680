import { execFile } from 'node:child_process';
import { appendFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PGlite } from '@electric-sql/pglite';
import { TYPE_PARSERS } from './database.ts';

const run = promisify(execFile);

/**
 * Opens the embedded PostgreSQL in `directory`, making its cluster first where there is none.
 *
 * Making a cluster takes 840 MB that would stay resident, so a child process does it and ends.
 */
export async function openEmbedded(directory: string): Promise<PGlite> {
  const cluster = join(directory, 'pg');
  if (!(await exists(cluster))) await makeCluster(cluster);
  const pglite = await PGlite.create(cluster, { parsers: { ...TYPE_PARSERS } });
  return pglite;
}

async function makeCluster(cluster: string): Promise<void> {
  const unfinished = `${cluster}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const script = fileURLToPath(new URL(`./make-cluster.js`, import.meta.url));
  await run(process.execPath, [script, unfinished]);
  // Default buffers of 128 MB would all become resident with use; a desk's data needs far less.
  await appendFile(join(unfinished, 'postgresql.conf'), '\nshared_buffers = 16MB\n');
  await rename(unfinished, cluster);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
