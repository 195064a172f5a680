import { decodeBase64, decodeHash } from './base64.ts';

/** A leaf's way to a checkpoint, as one file (C2SP tlog-proof). */
export interface TlogProof {
  index: number;
  /** Siblings on the way from the leaf to the root. */
  hashes: readonly Buffer[];
  /** The signed note that the way leads to. */
  checkpoint: string;
  /** Bytes that the log hands along and nobody has signed. */
  extra?: Buffer;
}

export function writeTlogProof({ index, hashes, checkpoint, extra }: TlogProof): string {
  const lines = [
    HEADER,
    ...(extra ? [`extra ${extra.toString('base64')}`] : []),
    `index ${index}`,
    ...hashes.map((hash) => hash.toString('base64')),
  ];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

/** Undefined for a text that is no proof. Nothing is verified here. */
export function readTlogProof(text: string): TlogProof | undefined {
  const end = text.indexOf('\n\n');
  if (end < 0) return undefined;
  const lines = text.slice(0, end).split('\n');
  if (lines.shift() !== HEADER || lines.length > MAX_LINES) return undefined;
  const extra = lines[0]?.startsWith('extra ') ? decodeBase64(lines.shift()?.slice(6) ?? '') : null;
  const [, index] = /^index (0|[1-9][0-9]{0,15})$/.exec(lines.shift() ?? '') ?? [];
  const hashes = lines.map(decodeHash);
  if (extra === undefined || index === undefined || !Number.isSafeInteger(Number(index))) {
    return undefined;
  }
  if (!hashes.every((hash) => hash !== undefined)) return undefined;
  const proof = { index: Number(index), hashes, checkpoint: text.slice(end + 2) };
  return extra === null ? proof : { ...proof, extra };
}

const HEADER = 'c2sp.org/tlog-proof@v1';
/** A tree of 2^63 leaves has 63 levels. */
const MAX_LINES = 65;
