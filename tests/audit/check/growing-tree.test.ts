import { growingTree } from '../../../src/audit/check/growing-tree.ts';
import { leafHash } from '../../../src/verifier/log/index.ts';
import { readVectors } from '../../support/read-vectors.ts';

const vectors = readVectors<{ leavesHex: string[]; rootsHexBySize: string[] }>('merkle-rfc6962');

test('a tree that grows has the published root at every size', () => {
  const tree = growingTree();
  const roots = [tree.root().toString('hex')];
  for (const leaf of vectors.leavesHex) {
    tree.add(leafHash(Buffer.from(leaf, 'hex')));
    roots.push(tree.root().toString('hex'));
  }
  expect(roots).toEqual(vectors.rootsHexBySize);
  expect(tree.size).toBe(vectors.leavesHex.length);
});
