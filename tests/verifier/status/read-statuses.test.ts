import { deflateSync } from 'node:zlib';
import { calculateJwkThumbprint } from 'jose';
import {
  openKeyRing,
  readStatuses,
  readStatusToken,
  statusAt,
} from '../../../src/verifier/index.ts';
import { readVectors } from '../../support/read-vectors.ts';

interface Vectors {
  vectors: {
    name: string;
    bits: number;
    bytesHex?: string;
    lst: string;
    statuses: [number, number][];
  }[];
  token: {
    jwt: string;
    publicKey: Record<string, string>;
    expect: { sub: string; iat: number; exp: number; ttl: number; statuses: [number, number][] };
  };
}

const { vectors, token } = readVectors<Vectors>('token-status-list');

test.each(vectors)('the published list "$name" says what its publication says', (vector) => {
  const list = readStatuses(vector);
  expect(list).toBeDefined();
  if (!list) return;
  expect(vector.statuses.map(([idx]) => [idx, statusAt(list, idx)])).toEqual(vector.statuses);
  if (vector.bytesHex) expect(Buffer.from(list.bytes).toString('hex')).toBe(vector.bytesHex);
});

test('the published token says what its publication says', async () => {
  const { keys } = await openKeyRing([
    {
      jwk: { ...token.publicKey, kid: await calculateJwkThumbprint(token.publicKey) },
      state: 'active',
    },
  ]);
  const [key] = keys.values();
  const ring = { keys: new Map(key ? [['12', key]] : []), log: [], left: new Map() };
  const now = token.expect.iat * 1000;
  const read = readStatusToken(token.jwt, { keys: ring, now });
  const { sub: uri, ttl } = token.expect;
  expect(read).toMatchObject({ uri, issuedAt: now, ttlMs: ttl * 1000 });
  if ('unknown' in read) return;
  const said = token.expect.statuses.map(([idx]) => [idx, statusAt(read.statuses, idx)]);
  expect(said).toEqual(token.expect.statuses);
});

test('a key that bears a name of its own is not taken for the published token', async () => {
  const keys = await openKeyRing([{ jwk: token.publicKey, state: 'active' }]);
  expect(readStatusToken(token.jwt, { keys, now: token.expect.iat * 1000 })).toEqual({
    unknown: 'The status list is not taken. The key is not taken. Its name is not its thumbprint.',
  });
});

const packed = (bytes: Uint8Array) => deflateSync(bytes).toString('base64url');

test.each([
  ['nothing', undefined],
  ['no object', 'x'],
  ['three bits', { bits: 3, lst: packed(Buffer.alloc(1)) }],
  ['bits as text', { bits: '2', lst: packed(Buffer.alloc(1)) }],
  ['no list', { bits: 2 }],
  ['what is not compressed', { bits: 2, lst: 'AAAA' }],
  ['what is cut off', { bits: 2, lst: packed(Buffer.alloc(64)).slice(0, -4) }],
  ['base64 of the other alphabet', { bits: 2, lst: '+/+/' }],
  ['a megabyte and more in a few letters', { bits: 2, lst: packed(Buffer.alloc(64 << 20)) }],
])('%s is no list', (_what, list) => {
  expect(readStatuses(list)).toBeUndefined();
});

test.each([-1, 4, 0.5, Number.NaN, 2 ** 53])('a list of four has no place %d', (idx) => {
  const list = readStatuses({ bits: 2, lst: packed(Buffer.alloc(1)) });
  expect(list && statusAt(list, idx)).toBeUndefined();
});
