import { PGlite } from '@electric-sql/pglite';
import { inputOf, say } from './parent.ts';

/** The least that an embedded start does: open the database and ask it one thing. */
export interface BarePgliteInput {
  directory: string;
}

const pglite = await PGlite.create(inputOf<BarePgliteInput>().directory);
await pglite.query('select 1');
say({});
process.once('SIGTERM', () => pglite.close().then(() => process.exit(0)));
