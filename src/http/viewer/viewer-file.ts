import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** A file of the viewer's package, and what names this very version of it. */
export interface ViewerFile {
  bytes: Buffer;
  etag: string;
}

const require = createRequire(import.meta.url);
const files = new Map<string, Promise<ViewerFile>>();

/** Reads a file of swagger-ui-dist, once in the life of the process. */
export function viewerFile(name: string): Promise<ViewerFile> {
  const file = files.get(name) ?? read(name);
  files.set(name, file);
  return file;
}

async function read(name: string): Promise<ViewerFile> {
  const bytes = await readFile(require.resolve(`swagger-ui-dist/${name}`));
  const digest = createHash('sha256').update(bytes).digest('base64url');
  return { bytes, etag: `"${digest}"` };
}
