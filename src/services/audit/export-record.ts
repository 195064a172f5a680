import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeEntryLine } from '../../audit/check/entry-line.ts';
import type { KeptCheckpoint, RecordSource, Shard } from '../../audit/check/source.ts';
import { exportFiles } from './export-files.ts';

export interface Exported {
  /** Leaves by the name of their tree. */
  trees: { origin: string; size: number }[];
}

/**
 * Writes a record into a directory, with all that it takes to verify it without the service.
 *
 * @param directory is made; what a former export left there is overwritten
 */
export async function exportRecord(source: RecordSource, directory: string): Promise<Exported> {
  const files = exportFiles(directory);
  await mkdir(directory, { recursive: true });
  await writeFile(files.keys, `${JSON.stringify({ keys: await source.keys() }, null, 2)}\n`);
  const trees: Exported['trees'] = [];
  for (const shard of await source.shards()) {
    const tree = files.tree(shard.number);
    await mkdir(tree.folder, { recursive: true });
    let size = 0;
    await writeLines(tree.entries, source.entries(shard), (entry) => {
      size = entry.index + 1;
      return writeEntryLine(entry, { log: shard.origin, ...entry });
    });
    const last = await writeCheckpoints(source, shard, tree.checkpoints);
    await writeFile(tree.checkpoint, last?.note ?? '');
    trees.push({ origin: shard.origin, size });
  }
  return { trees };
}

async function writeCheckpoints(source: RecordSource, shard: Shard, file: string) {
  let last: KeptCheckpoint | undefined;
  await writeLines(file, source.checkpoints(shard), (point) => {
    last = point;
    const { size, at, note } = point;
    return { size, at: new Date(at).toISOString(), note };
  });
  return last as KeptCheckpoint | undefined;
}

async function writeLines<Item>(
  file: string,
  batches: AsyncIterable<readonly Item[]>,
  write: (item: Item) => object,
): Promise<void> {
  const lines = async function* () {
    for await (const batch of batches) {
      yield batch.map((item) => `${JSON.stringify(write(item))}\n`).join('');
    }
  };
  await pipeline(Readable.from(lines()), createWriteStream(file));
}
