import { join } from 'node:path';

/** Where an export keeps what; the keys first, then a folder for each tree of the log. */
export interface ExportFiles {
  /** The archive of keys, as it is served. */
  keys: string;
  /** @param number of the tree, from 1 */
  tree(number: number): {
    folder: string;
    /** The newest checkpoint, as the log signed it. */
    checkpoint: string;
    /** All checkpoints, one a line. */
    checkpoints: string;
    /** The leaves with their events, one a line. */
    entries: string;
  };
}

export function exportFiles(directory: string): ExportFiles {
  return {
    keys: join(directory, 'keys.json'),
    tree(number) {
      const folder = join(directory, `log-${number}`);
      return {
        folder,
        checkpoint: join(folder, 'checkpoint'),
        checkpoints: join(folder, 'checkpoints.ndjson'),
        entries: join(folder, 'entries.ndjson'),
      };
    },
  };
}
