import { mkdir, writeFile } from 'node:fs/promises';
import type { CheckpointLine, EntryLine } from '../../../audit/check/entry-line.ts';
import { exportFiles } from '../../../services/audit/export-files.ts';
import { type LineFile, openLineFile } from './line-file.ts';
import type { RemoteService } from './remote-service.ts';

const LINES = '/v1/events/export?checkpoints=true';
const KEYS = '/.well-known/jwks-archive.json';

/** One tree as it comes in. */
interface Tree {
  entries: LineFile;
  checkpoints: LineFile;
  last: string;
}

/**
 * Brings the whole record of a running service into a directory, in the form of an export.
 *
 * @returns the lines of events that had no leaf yet
 */
export async function fetchExport(service: RemoteService, directory: string): Promise<string[]> {
  const files = exportFiles(directory);
  await mkdir(directory, { recursive: true });
  await writeFile(files.keys, await service.text(KEYS));
  const trees = await openTrees(service, directory);
  const waiting = new Map<string, string>();
  for await (const text of service.lines(LINES)) {
    const line = JSON.parse(text) as EntryLine | CheckpointLine;
    const tree = trees.get(line.log ?? '');
    if ('note' in line) {
      await tree?.checkpoints.add(text);
      if (tree) tree.last = line.note;
    } else if (tree) {
      waiting.delete(line.event.id);
      await tree.entries.add(text);
    } else waiting.set(line.event.id, text);
  }
  await closeTrees(trees, directory);
  return [...waiting.values()];
}

async function openTrees(service: RemoteService, directory: string): Promise<Map<string, Tree>> {
  const { trees } = await service.json<{ trees: { origin: string }[] }>('/log');
  const opened = new Map<string, Tree>();
  for (const { origin } of trees.toReversed()) {
    const files = exportFiles(directory).tree(opened.size + 1);
    await mkdir(files.folder, { recursive: true });
    const entries = await openLineFile(files.entries);
    opened.set(origin, { entries, checkpoints: await openLineFile(files.checkpoints), last: '' });
  }
  return opened;
}

async function closeTrees(trees: ReadonlyMap<string, Tree>, directory: string): Promise<void> {
  let number = 0;
  for (const { entries, checkpoints, last } of trees.values()) {
    number++;
    await entries.close();
    await checkpoints.close();
    await writeFile(exportFiles(directory).tree(number).checkpoint, last);
  }
}
