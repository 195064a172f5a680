import { readFile } from 'node:fs/promises';
import type { SavedTree } from '../../audit/check/saved-tree.ts';
import { parseNote, readCheckpoint, readTlogProof } from '../../verifier/log/index.ts';
import { directorySource, isExport } from './directory-source.ts';

/**
 * Reads what somebody kept of a log: a checkpoint, the proof of a licence, or a whole export.
 *
 * @throws Error for a file that is none of them
 */
export async function readSaved(path: string): Promise<SavedTree[]> {
  if (isExport(path)) return readExport(path);
  const text = await readFile(path, 'utf8');
  return [checkpointIn(readTlogProof(text)?.checkpoint ?? text, path)];
}

async function readExport(directory: string): Promise<SavedTree[]> {
  const source = directorySource(directory);
  const trees: SavedTree[] = [];
  for (const shard of await source.shards()) {
    let last: SavedTree | undefined;
    for await (const points of source.checkpoints(shard)) {
      const point = points.at(-1);
      if (point) last = { ...shard, size: point.size, root: point.root };
    }
    if (last) trees.push({ ...last, entries: source.entries(shard) });
  }
  return trees;
}

/** Whoever kept it vouches for it: its signature is for those who did not. */
function checkpointIn(note: string, path: string): SavedTree {
  const checkpoint = readCheckpoint(parseNote(note)?.text ?? '');
  if (!checkpoint) throw new Error(`${path} is no checkpoint, proof or export of a log.`);
  return checkpoint;
}
