import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createInTurn } from './in-turn.ts';
import type { Kept, Store } from './store.ts';

/**
 * A store of one small file for each placement.
 *
 * For one process: two would not wait for one another. Use a table of your database for more.
 *
 * @param directory is made if it is not there
 */
export function fileStore(directory: string): Store {
  const inTurn = createInTurn();
  return {
    change: (placement, step) =>
      inTurn(placement, async () => {
        const path = join(directory, `${encodeURIComponent(placement)}.json`);
        const next = await step(await read(path));
        if (!next) return;
        await mkdir(directory, { recursive: true });
        await write(path, next);
      }),
  };
}

async function read(path: string): Promise<Kept | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Kept;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A crash leaves the old file or the new one, never half of one. */
async function write(path: string, kept: Kept): Promise<void> {
  const unfinished = `${path}.unfinished`;
  const file = await open(unfinished, 'w');
  try {
    await file.writeFile(JSON.stringify(kept));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, path);
}
