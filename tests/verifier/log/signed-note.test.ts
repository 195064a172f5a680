import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import {
  noteKey,
  openNote,
  parseNote,
  readNoteKey,
  signNote,
  writeNoteKey,
} from '../../../src/verifier/log/index.ts';
import { readVectors } from '../../support/read-vectors.ts';

interface Case {
  name: string;
  keys: string[];
  note: string;
}
interface Vectors {
  verify: Case[];
  refuse: Case[];
  signing: { signerKey: string; text: string; note: string };
  parseOnly: { name: string; note: string; keyName: string; keyId: string }[];
}

const vectors = readVectors<Vectors>('signed-note');

/** The key's seed in front of its PKCS #8 form. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

function keysOf(keys: readonly string[]) {
  return keys.map((text) => {
    const key = readNoteKey(text);
    if (!key) throw new Error(`no key: ${text}`);
    return key;
  });
}

test.each(vectors.verify)('a published note opens with each of its keys: $name', (vector) => {
  const text = vector.note.slice(0, vector.note.lastIndexOf('\n\n') + 1);
  for (const key of keysOf(vector.keys)) expect(openNote(vector.note, [key])).toBe(text);
});

test.each(vectors.refuse)('a damaged note does not open: $name', ({ note, keys }) => {
  expect(openNote(note, keysOf(keys))).toBeUndefined();
});

test.each(vectors.parseOnly)('the signer is read from a note: $name', (vector) => {
  const signature = parseNote(vector.note)?.signatures.at(-1);
  expect([signature?.name, signature?.keyId.toString('hex')]).toEqual([
    vector.keyName,
    vector.keyId,
  ]);
});

test('a note is signed as published', () => {
  const [, , name = '', , ...material] = vectors.signing.signerKey.split('+');
  const seed = Buffer.from(material.join('+'), 'base64').subarray(1);
  const der = Buffer.concat([PKCS8, seed]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const key = noteKey(name, createPublicKey(privateKey));
  expect(signNote(vectors.signing.text, key, privateKey)).toBe(vectors.signing.note);
});

test.each(vectors.verify)('a verifier key is written as it was read: $name', ({ keys }) => {
  expect(keysOf(keys).map(writeNoteKey)).toEqual(keys);
});

test('a key with the id of another key is no key', () => {
  const text = vectors.verify[0]?.keys[0] ?? '';
  expect(readNoteKey(text.replace('+530d903a+', '+530d903b+'))).toBeUndefined();
});

test('a second, wrong signature that claims a known key spoils the note', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = noteKey('example.org/log', publicKey);
  const note = signNote('one\n', key, privateKey);
  const other = signNote('two\n', key, privateKey);
  const wrong = other.slice(other.indexOf('—'));
  expect(openNote(note, [key])).toBe('one\n');
  expect(openNote(note + wrong, [key])).toBeUndefined();
});

test.each(['no newline', 'a tab\there\n', 'a return\r\n', 'half a pair \ud800\n'])(
  'a text that is no note is not signed: %j',
  (text) => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const key = noteKey('example.org/log', publicKey);
    expect(() => signNote(text, key, privateKey)).toThrow('lines of text');
  },
);
