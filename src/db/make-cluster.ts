import { PGlite } from '@electric-sql/pglite';

// A program of its own, run once for each new data directory: see embedded-cluster.ts.
const directory = process.argv[2];
if (!directory) throw new Error('Usage: make-cluster DIRECTORY');
const pglite = await PGlite.create(directory);
await pglite.close();
