import { authorsOf } from '../../src/formats/authors.ts';

const person = (name: string) => ({ '@type': 'Person', name });
const desk = (name: string) => ({ '@type': 'Organization', name });

test.each([
  [null, []],
  ['By Nellie Bly', [person('Nellie Bly')]],
  ['Nellie Bly and Egon Erwin Kisch', [person('Nellie Bly'), person('Egon Erwin Kisch')]],
  ['By Nellie Bly, Tintin & Milou', [person('Nellie Bly'), person('Tintin'), person('Milou')]],
  ['By the harbour desk', [desk('the harbour desk')]],
  [
    'Von Egon Erwin Kisch und Kurt Tucholsky',
    [person('Egon Erwin Kisch'), person('Kurt Tucholsky')],
  ],
  ['Írta: Jókai Mór', [person('Jókai Mór')]],
  ['מאת דסק הנמל', [person('דסק הנמל')]],
  ['Byron', [person('Byron')]],
])('%s', (byline, authors) => {
  expect(authorsOf(byline)).toEqual(authors);
});
