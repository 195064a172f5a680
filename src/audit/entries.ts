import { entryOf } from '../verifier/log/index.ts';

/**
 * What the leaves under one tile are hashes of: each entry behind its length in two bytes (C2SP
 * tlog-tiles, "Log entries").
 */
export function writeEntries(commitments: readonly Buffer[]): Buffer {
  return Buffer.concat(
    commitments.flatMap((commitment) => {
      const entry = entryOf(commitment);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(entry.length);
      return [length, entry];
    }),
  );
}
