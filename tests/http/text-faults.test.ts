import { textFaults } from '../../src/http/text-faults.ts';

const faultsIn = (text: string) => textFaults(text, JSON.parse(text));

test('half a character and NUL are found wherever they stand, keys included', () => {
  const faults = faultsIn('{"a":["\\ud800",{"b":"\\u0000"}],"\\udc00":1,"c":"\\ud83d\\ude00"}');
  expect(faults.map((fault) => fault.pointer).sort()).toEqual(['#/%EF%BF%BD', '#/a/0', '#/a/1/b']);
});

test('a body that is nested as deep as its limit lets it be is looked through at once', () => {
  const deep = `{"token":"\\ud83d\\ude00","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  const began = performance.now();
  expect(faultsIn(deep)).toEqual([]);
  expect(performance.now() - began).toBeLessThan(1_000);
});

test('a body that is all faults is told of a hundred', () => {
  expect(faultsIn(JSON.stringify(Array(5_000).fill('\ud800')))).toHaveLength(100);
});
