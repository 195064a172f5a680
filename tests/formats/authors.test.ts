import { authorsOf } from '../../src/formats/authors.ts';

const person = (name: string) => ({ '@type': 'Person', name });
const desk = (name: string) => ({ '@type': 'Organization', name });

test.each([
  [null, []],
  ['By Nellie Bly', [person('Nellie Bly')]],
  ['Nellie Bly and Egon Erwin Kisch', [person('Nellie Bly'), person('Egon Erwin Kisch')]],
  [
    'By Nellie Bly, Kurt Tucholsky & Lu Xun',
    [person('Nellie Bly'), person('Kurt Tucholsky'), person('Lu Xun')],
  ],
  ['By the harbour desk', [desk('the harbour desk')]],
  [
    'Von Egon Erwin Kisch und Kurt Tucholsky',
    [person('Egon Erwin Kisch'), person('Kurt Tucholsky')],
    'de',
  ],
  ['Írta: Jókai Mór', [person('Jókai Mór')], 'hu'],
  ['מאת דסק הנמל', [person('דסק הנמל')], 'he'],
  ['Byron', [person('Byron')]],
  ['作者：鲁迅', [person('鲁迅')], 'zh'],
])('%s', (byline, authors, language = 'en') => {
  expect(authorsOf(byline, language)).toEqual(authors);
});
