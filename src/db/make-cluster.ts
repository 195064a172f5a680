import { existsSync } from 'node:fs';
import { appendFile, rename, rm } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { readyCluster } from './ready-cluster.ts';

// A program of its own, run by the build or for a new data directory: making a cluster takes
// seconds and 840 MB, which would stay resident in the process that makes it.
const directory = process.argv[2] ?? readyCluster();
if (!existsSync(directory)) {
  const unfinished = `${directory}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const pglite = await PGlite.create(unfinished);
  await pglite.close();
  // Default buffers of 128 MB would all become resident with use; a desk's data needs far less.
  await appendFile(`${unfinished}/postgresql.conf`, '\nshared_buffers = 16MB\n');
  await rename(unfinished, directory);
}
