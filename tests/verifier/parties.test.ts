import { refuseAudience, webOrigin } from '../../src/verifier/parties.ts';

const AUD = ['https://www.daily.example', 'https://app.daily.example:8443'];

test.each([
  'https://www.daily.example',
  'https://www.daily.example/',
  'https://WWW.Daily.example:443/news/tides?page=2#top',
  'https://app.daily.example:8443/x',
])('%s is a place that the licence names', (place) => {
  expect(refuseAudience(AUD, place)).toBeUndefined();
});

test.each([
  ['the name as a prefix', 'https://www.daily.example.evil.example'],
  ['the name as a suffix', 'https://evil-www.daily.example'],
  ['a parent', 'https://daily.example'],
  ['a child', 'https://x.www.daily.example'],
  ['another scheme', 'http://www.daily.example'],
  ['another port', 'https://www.daily.example:8443'],
  ['the name before an @', 'https://www.daily.example@evil.example/'],
  ['the name in the path', 'https://evil.example/https://www.daily.example'],
  ['a host without a scheme', 'www.daily.example'],
  ['an opaque origin', 'data:text/html,x'],
  ['the text of an opaque origin', 'null'],
  ['nothing', ''],
])('%s is not', (_what, place) => {
  expect(refuseAudience(AUD, place)).toMatchObject({ code: 'wrong-audience' });
});

test('no place is asked about where none is given', () => {
  expect(refuseAudience(undefined, undefined)).toBeUndefined();
});

test.each([undefined, null, 'https://www.daily.example', [], [null], ['null'], { length: 1 }])(
  'an audience of %j names no place',
  (aud) => {
    expect(refuseAudience(aud, 'https://www.daily.example')).toMatchObject({
      code: 'wrong-audience',
    });
  },
);

test('two opaque origins are not the same place', () => {
  expect(webOrigin('data:text/html,x')).toBeUndefined();
  expect(refuseAudience(['data:text/html,x'], 'data:text/html,x')).toMatchObject({
    code: 'wrong-audience',
  });
});
