import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../config.ts';
import { type Checkpoint, parseNote, readCheckpoint } from '../../verifier/log/index.ts';

/** The newest checkpoint that this machine has signed, as it is kept outside the database. */
export interface Kept {
  note: string;
  checkpoint: Checkpoint;
}

/**
 * Reads what is kept in DATA_DIR; undefined before the first checkpoint.
 *
 * @throws Error for a file that is no checkpoint: to take it for none would disarm the check
 */
export async function readKept(config: Config): Promise<Kept | undefined> {
  const note = await readFile(fileOf(config), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (note === undefined) return undefined;
  const checkpoint = readCheckpoint(parseNote(note)?.text ?? '');
  if (checkpoint) return { note, checkpoint };
  throw new Error(`${fileOf(config)} is no checkpoint of the log.`);
}

/** Keeps a checkpoint in the place of the former one; a crash leaves the one or the other. */
export async function keep(config: Config, note: string): Promise<void> {
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  const file = fileOf(config);
  await writeFile(`${file}.new`, note, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

function fileOf({ dataDir }: Config): string {
  return join(dataDir, 'log-checkpoint');
}
