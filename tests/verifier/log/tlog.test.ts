import { generateKeyPairSync } from 'node:crypto';
import {
  noteKey,
  openCheckpoint,
  parseNote,
  readCheckpoint,
  readTlogProof,
  signNote,
  writeCheckpoint,
  writeTlogProof,
} from '../../../src/verifier/log/index.ts';
import { readVectors } from '../../support/read-vectors.ts';

interface Stated {
  name: string;
  origin: string;
  size: number;
  rootBase64: string;
}
interface Vectors {
  checkpoints: (Stated & { note: string })[];
  checkpointText: (Stated & { text: string })[];
  checkpointTextRefused: string[];
  proofs: {
    name: string;
    text: string;
    index: number;
    hashes: string[];
    checkpoint: string;
    extra?: string;
  }[];
  proofsRefused: { name: string; text: string }[];
}

const vectors = readVectors<Vectors>('tlog');
const texts = [
  ...vectors.checkpointText,
  ...vectors.checkpoints.map((vector) => ({ ...vector, text: parseNote(vector.note)?.text ?? '' })),
];

test.each(texts)('a published checkpoint is read, and written again: $name', (vector) => {
  const checkpoint = readCheckpoint(vector.text);
  expect(checkpoint).toMatchObject({ origin: vector.origin, size: vector.size, extra: [] });
  expect(checkpoint?.root.toString('base64')).toBe(vector.rootBase64);
  expect(checkpoint && writeCheckpoint(checkpoint)).toBe(vector.text);
});

test.each(vectors.checkpointTextRefused)('a wrong checkpoint is refused: %j', (text) => {
  expect(readCheckpoint(text)).toBeUndefined();
});

test.each(vectors.proofs)('a published proof is read, and written again: $name', (vector) => {
  const proof = readTlogProof(vector.text);
  expect({
    index: proof?.index,
    hashes: proof?.hashes.map((hash) => hash.toString('base64')),
    checkpoint: proof?.checkpoint,
    extra: proof?.extra?.toString(),
  }).toEqual({ extra: undefined, ...omit(vector) });
  expect(proof && writeTlogProof(proof)).toBe(vector.text);
});

test.each(vectors.proofsRefused)('a wrong proof is refused: $name', ({ text }) => {
  expect(readTlogProof(text)).toBeUndefined();
});

test('a checkpoint is of the log whose key signed it', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = noteKey('example.org/log', publicKey);
  const body = { origin: 'example.org/log', size: 3, root: Buffer.alloc(32, 7), extra: [] };
  const signed = (origin: string) =>
    signNote(writeCheckpoint({ ...body, origin }), key, privateKey);
  expect(openCheckpoint(signed('example.org/log'), [key])).toEqual(body);
  expect(openCheckpoint(signed('example.org/other'), [key])).toBeUndefined();
  expect(openCheckpoint(signed('example.org/log'), [])).toBeUndefined();
});

function omit({ name: _, text: __, ...rest }: Vectors['proofs'][number]) {
  return rest;
}
