import { generateKeyPairSync } from 'node:crypto';
import {
  cosign,
  cosignedAt,
  noteKey,
  openCheckpoint,
  parseNote,
  signNote,
  writeCheckpoint,
} from '../../../src/verifier/log/index.ts';
import { readVectors } from '../../support/read-vectors.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const key = noteKey('example.org/log', publicKey);
const body = { origin: key.name, size: 1, root: Buffer.alloc(32, 1), extra: [] };
const note = signNote(writeCheckpoint(body), key, privateKey);
const AT = Date.UTC(2026, 4, 1, 12, 30, 15);

test('a checkpoint tells when it was signed, and is otherwise what it was', () => {
  const cosigned = cosign(note, key, privateKey, AT + 999);
  expect(cosignedAt(cosigned, key)).toBe(AT);
  expect(openCheckpoint(cosigned, [key])).toEqual(body);
  expect(cosignedAt(note, key)).toBeUndefined();
});

test('the time counts for one key and one tree only', () => {
  const cosigned = cosign(note, key, privateKey, AT);
  const other = noteKey(key.name, generateKeyPairSync('ed25519').publicKey);
  expect(cosignedAt(cosigned, other)).toBeUndefined();
  expect(cosignedAt(cosigned.replace('\n1\n', '\n2\n'), key)).toBeUndefined();
});

test('the time of a published cosignature stands where we read it', () => {
  const { checkpoints } = readVectors<{ checkpoints: { note: string }[] }>('tlog');
  const published = parseNote(checkpoints[1]?.note ?? '')?.signatures[1]?.signature;
  const ours = parseNote(cosign(note, key, privateKey, 1_679_315_147_000))?.signatures[1];
  expect(published).toHaveLength(72);
  expect(ours?.signature.subarray(0, 8)).toEqual(published?.subarray(0, 8));
});
