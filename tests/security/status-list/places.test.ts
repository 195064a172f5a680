import { createPermutation } from '../../../src/security/status-list/permutation.ts';
import { createPlaces } from '../../../src/security/status-list/places.ts';

const KEY = Buffer.alloc(32, 7);
const SIZE = 131_072;
const origin = 'https://rights.example';
const until = Date.UTC(2031, 4, 17);

test('every position gets a place, and no two the same', () => {
  const permute = createPermutation(KEY, 'a list');
  const taken = new Uint8Array(SIZE);
  for (let position = 0; position < SIZE; position += 1) taken[permute(position)] = 1;
  expect(taken.every((one) => one === 1)).toBe(true);
});

test('the order tells nothing: neighbours lie far apart, and each list has an order of its own', () => {
  const one = createPermutation(KEY, 'one');
  const two = createPermutation(KEY, 'two');
  const other = createPermutation(Buffer.alloc(32, 8), 'one');
  const count = 4_000;
  let apart = 0;
  let same = 0;
  for (let position = 0; position < count; position += 1) {
    apart += Math.abs(one(position + 1) - one(position));
    if (one(position) === two(position) || one(position) === other(position)) same += 1;
  }
  // By chance, two places are a third of the list apart.
  expect(apart / count / SIZE).toBeGreaterThan(0.31);
  expect(apart / count / SIZE).toBeLessThan(0.36);
  expect(same).toBeLessThan(5);
});

test('a place is found again from the same position, by any process that has the key', () => {
  const input = { origin, position: 4_711, until };
  const place = createPlaces(KEY)(input);
  expect(place.uri).toMatch(/^https:\/\/rights\.example\/status\/[\w-]{16}$/);
  expect(createPlaces(KEY)(input)).toEqual(place);
  expect(createPlaces(Buffer.alloc(32, 8))(input).uri).not.toBe(place.uri);
});

test('a list is for licences that end in one month, in UTC', () => {
  const place = createPlaces(KEY);
  const uriAt = (instant: string) => place({ origin, position: 1, until: Date.parse(instant) }).uri;
  expect(uriAt('2031-05-01T00:00:00Z')).toBe(uriAt('2031-05-31T23:59:59Z'));
  expect(uriAt('2031-06-01T00:00:00Z')).not.toBe(uriAt('2031-05-31T23:59:59Z'));
});

test('a full list is followed by the next', () => {
  const place = createPlaces(KEY);
  const at = (position: number) => place({ origin, position, until }).uri;
  expect(at(SIZE - 1)).toBe(at(0));
  expect(at(SIZE)).not.toBe(at(0));
  expect(at(2 * SIZE - 1)).toBe(at(SIZE));
});

test('under another address there are other lists, so that old ones keep theirs', () => {
  const place = createPlaces(KEY);
  const moved = place({ origin: 'https://permissions.example', position: 1, until });
  const { uri } = place({ origin, position: 1, until });
  expect(moved.uri.split('/').at(-1)).not.toBe(uri.split('/').at(-1));
});
