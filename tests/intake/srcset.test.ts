import { readSrcset } from '../../src/intake/srcset.ts';

test.each([
  ['a.jpg', [['a.jpg', 1]]],
  [
    'a.jpg, b.jpg 2x',
    [
      ['a.jpg', 1],
      ['b.jpg', 2],
    ],
  ],
  [
    'a.jpg 300w,b.jpg 600w',
    [
      ['a.jpg', 300],
      ['b.jpg', 600],
    ],
  ],
  [
    'a.jpg 300w 200h, b.jpg 1.5x',
    [
      ['a.jpg', 300],
      ['b.jpg', 1.5],
    ],
  ],
  [
    'a,w_300.jpg 300w, b,w_600.jpg 600w',
    [
      ['a,w_300.jpg', 300],
      ['b,w_600.jpg', 600],
    ],
  ],
  [
    'data:image/gif;base64,R0 1x, a.jpg 2x',
    [
      ['data:image/gif;base64,R0', 1],
      ['a.jpg', 2],
    ],
  ],
  [
    ' \n, a.jpg,, b.jpg 9q ,',
    [
      ['a.jpg', 1],
      ['b.jpg', 1],
    ],
  ],
  ['', []],
])('%s', (srcset, expected) => {
  const found = readSrcset(srcset).map(({ url, size }) => [url, size]);
  expect(found).toEqual(expected);
});
