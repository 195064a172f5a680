import {
  EDIT_LEVELS,
  type GrantedUse,
  levelWithin,
  readUse,
  writeUse,
} from '../../src/domain/use.ts';
import { DAY, NOW } from './samples.ts';

const granted: GrantedUse = {
  media: ['web', 'print'],
  territories: ['world'],
  excludeTerritories: ['RU'],
  languages: ['en'],
  from: NOW,
  until: NOW + DAY,
  edits: 'style',
  images: 'none',
};

test('a granted use is written in the shape in which it was asked, with RFC 3339 instants', () => {
  expect(writeUse(granted)).toEqual({
    media: ['web', 'print'],
    territories: ['world'],
    excludeTerritories: ['RU'],
    languages: ['en'],
    from: '2026-03-01T06:00:00.000Z',
    until: '2026-03-02T06:00:00.000Z',
    edits: 'style',
    images: 'none',
  });
});

test('nothing is said of left out territories when there are none', () => {
  expect(writeUse({ ...granted, excludeTerritories: [] })).not.toHaveProperty('excludeTerritories');
});

test.each([[[]], [['RU', 'BY']]])('a written use reads back as it was, without %j', (left) => {
  const use = { ...granted, excludeTerritories: left };
  expect(readUse(JSON.parse(JSON.stringify(writeUse(use))))).toEqual(use);
});

test('each level lies within itself and those above it', () => {
  const within = EDIT_LEVELS.map((level) =>
    EDIT_LEVELS.filter((most) => levelWithin(EDIT_LEVELS, level, most)),
  );
  expect(within).toEqual([
    ['none', 'style', 'shorten', 'any'],
    ['style', 'shorten', 'any'],
    ['shorten', 'any'],
    ['any'],
  ]);
});
