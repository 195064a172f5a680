import { open } from 'node:fs/promises';

const FLUSHED_AT = 1 << 20;

/** A file that lines are put at the end of. */
export interface LineFile {
  add(line: string): Promise<void>;
  close(): Promise<void>;
}

/** Lines are written many at once: a write for each would cost more than all else. */
export async function openLineFile(path: string): Promise<LineFile> {
  const file = await open(path, 'w');
  let waiting: string[] = [];
  let size = 0;
  const flush = async () => {
    await file.appendFile(waiting.join(''));
    waiting = [];
    size = 0;
  };
  return {
    async add(line) {
      waiting.push(line, '\n');
      size += line.length;
      if (size >= FLUSHED_AT) await flush();
    },
    async close() {
      await flush();
      await file.close();
    },
  };
}
