import { classifyStatus } from '../../src/domain/outcome.ts';

test.each([
  ['placed', [200, 201, 202, 204, 299]],
  ['misconfigured', [300, 301, 302, 303, 304, 307, 308]],
  ['gone', [410]],
  ['credentials', [401, 403]],
  ['refused', [400, 402, 404, 405, 406, 411, 412, 413, 415, 418, 422, 451, 499]],
  ['later', [408, 409, 425, 429, 500, 501, 502, 503, 504, 599, 600, 999]],
])('means %s', (expected, statuses) => {
  expect(statuses.map((status) => [status, classifyStatus(status)])).toEqual(
    statuses.map((status) => [status, expected]),
  );
});
