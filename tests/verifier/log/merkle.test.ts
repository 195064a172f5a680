import {
  emptyRoot,
  leafHash,
  nodeHash,
  provesConsistency,
  provesInclusion,
} from '../../../src/verifier/log/index.ts';
import { readVectors } from '../../support/read-vectors.ts';

interface Vectors {
  hasher: {
    name: string;
    leafHex?: string;
    hashHex?: string;
    rootHex?: string;
    leftHex?: string;
    rightHex?: string;
  }[];
  inclusion: {
    file: string;
    leafIdx: number;
    treeSize: number;
    root: string;
    leafHash: string;
    proof: string[] | null;
    wantErr: boolean;
  }[];
  consistency: {
    file: string;
    size1: number;
    size2: number;
    root1: string;
    root2: string;
    proof: string[] | null;
    wantErr: boolean;
  }[];
}

const vectors = readVectors<Vectors>('merkle-rfc6962');
const hex = (text: string) => Buffer.from(text, 'hex');
const bytes = (text: string | null) => Buffer.from(text ?? '', 'base64');

test.each(vectors.hasher)('the $name has the published hash', (vector) => {
  const { leafHex, leftHex = '', rightHex = '', hashHex, rootHex } = vector;
  const hash = rootHex
    ? emptyRoot()
    : leafHex === undefined
      ? nodeHash(hex(leftHex), hex(rightHex))
      : leafHash(hex(leafHex));
  expect(hash.toString('hex')).toBe(rootHex ?? hashHex);
});

test.each(vectors.inclusion)('an inclusion proof is judged as published: $file', (vector) => {
  const { leafIdx: index, treeSize: size, root, leafHash: leaf, proof, wantErr } = vector;
  const proven = { index, size, leaf: bytes(leaf), root: bytes(root) };
  expect(provesInclusion({ ...proven, proof: (proof ?? []).map(bytes) })).toBe(!wantErr);
});

test.each(vectors.consistency.filter(({ size1 }) => size1 > 0))(
  'a consistency proof is judged as published: $file',
  (vector) => {
    const { size1, size2, root1, root2, proof, wantErr } = vector;
    const sizes = [size1, size2] as const;
    const roots = [bytes(root1), bytes(root2)] as const;
    expect(provesConsistency({ sizes, roots, proof: (proof ?? []).map(bytes) })).toBe(!wantErr);
  },
);

test.each(vectors.consistency.filter(({ size1 }) => size1 === 0))(
  'from a tree without leaves nothing is proven: $file',
  ({ size1, size2, root1, root2 }) => {
    const roots = [bytes(root1), bytes(root2)] as const;
    expect(provesConsistency({ sizes: [size1, size2], roots, proof: [] })).toBe(false);
  },
);
