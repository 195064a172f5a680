import { inflateSync } from 'node:zlib';
import { getListFromStatusListJWT, StatusList } from '@sd-jwt/jwt-status-list';
import type { StatusEntry } from '../../../src/domain/licence-status.ts';
import {
  compressStatuses,
  packStatuses,
  type StatusBits,
} from '../../../src/security/status-list/pack-statuses.ts';
import { readVectors } from '../../support/read-vectors.ts';

interface Vector {
  name: string;
  bits: StatusBits;
  size: number;
  bytesHex?: string;
  statuses: StatusEntry[];
  lst: string;
}
const { vectors, token } = readVectors<{ vectors: Vector[]; token: { jwt: string } }>(
  'token-status-list',
);

test.each(vectors)('packs the published list: $name', ({ bits, size, statuses, lst }) => {
  const published = inflateSync(Buffer.from(lst, 'base64url'));
  expect(Buffer.from(packStatuses(bits, size, statuses)).equals(published)).toBe(true);
});

test.each(vectors.filter((vector) => vector.bytesHex))('gives the bytes of $name', (vector) => {
  const { bits, size, statuses, bytesHex } = vector;
  expect(Buffer.from(packStatuses(bits, size, statuses)).toString('hex')).toBe(bytesHex);
});

test.each(vectors)('another library reads back what we compress: $name', (vector) => {
  const { bits, size, statuses } = vector;
  const list = StatusList.decompressStatusList(
    compressStatuses(packStatuses(bits, size, statuses)),
    bits,
  );
  expect(statuses.map(([index]) => [index, list.getStatus(index)])).toEqual(statuses);
  const set = statuses.filter(([, status]) => status !== 0).length;
  expect(list.statusList.filter((status) => status !== 0)).toHaveLength(set);
});

test('the other library reads the published token, so that its word counts', () => {
  expect(getListFromStatusListJWT(token.jwt).getStatus(0)).toBe(1);
});

test('a place outside the list and a status over the bits are mistakes of ours', () => {
  expect(() => packStatuses(2, 12, [[12, 1]])).toThrow('no place 12');
  expect(() => packStatuses(2, 12, [[-1, 1]])).toThrow('no place -1');
  expect(() => packStatuses(2, 12, [[0, 4]])).toThrow('hold no 4');
});
