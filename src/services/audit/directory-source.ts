import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { readEntryLine } from '../../audit/check/entry-line.ts';
import type { KeptCheckpoint, RecordSource, Shard } from '../../audit/check/source.ts';
import { parseNote, readCheckpoint } from '../../verifier/log/index.ts';
import { exportFiles } from './export-files.ts';

const BATCH = 1_000;

/** An export as a record to be checked: the log without the licences. @see exportRecord */
export function directorySource(directory: string): RecordSource {
  const files = exportFiles(directory);
  return {
    keys: async () => JSON.parse(await readFile(files.keys, 'utf8')).keys,
    shards: () => readShards(directory),
    checkpoints: ({ number }) => linesOf(files.tree(number).checkpoints, readPoint),
    entries: ({ number }) => linesOf(files.tree(number).entries, readEntryLine),
  };
}

/** Whether a path is an export, and not one checkpoint. */
export function isExport(path: string): boolean {
  return existsSync(exportFiles(path).keys);
}

async function readShards(directory: string): Promise<Shard[]> {
  const files = exportFiles(directory);
  const shards: Shard[] = [];
  for (let number = 1; existsSync(files.tree(number).folder); number++) {
    const note = await readFile(files.tree(number).checkpoint, 'utf8');
    const origin = readCheckpoint(parseNote(note)?.text ?? '')?.origin;
    if (origin !== undefined) shards.push({ number, origin });
  }
  return shards;
}

function readPoint(text: string): KeptCheckpoint {
  const { note, at } = JSON.parse(text) as { note: string; at: string };
  const checkpoint = readCheckpoint(parseNote(note)?.text ?? '');
  if (!checkpoint) throw new Error('This line is no checkpoint of the log.');
  return { ...checkpoint, at: Date.parse(at), note };
}

async function* linesOf<Item>(
  file: string,
  read: (line: string) => Item,
): AsyncGenerator<readonly Item[]> {
  let batch: Item[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    batch.push(read(line));
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}
