import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { Config, Secrets } from '../../config.ts';
import { sealKeyFile } from '../../db/open-store.ts';

/**
 * The key that seals secrets: SEAL_KEY, or in the embedded tier a file beside the data, made at
 * the first start and readable by its owner alone.
 */
export async function readSealKey(config: Config, secrets: Secrets): Promise<Buffer> {
  if (secrets.sealKey) return secrets.sealKey;
  const file = sealKeyFile(config);
  try {
    return Buffer.from(await readFile(file, 'utf8'), 'base64');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const key = randomBytes(32);
  await writeFile(file, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  return key;
}
