import { intakeOf } from '../support/intake-of.ts';

const HOLDER = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
const BOAT = '<p><img src="https://ledger.example/boat.jpg" alt=""></p>';

describe('each image is kept once, under the URL of the real one', () => {
  test.each([
    ['its source', '<img src="/boat.jpg">'],
    ['loaded late by the browser', '<img loading="lazy" decoding="async" src="/boat.jpg">'],
    ['loaded late by a script', `<img src="${HOLDER}" data-src="/boat.jpg">`],
    ['another script', '<img class="lazy" data-original="/boat.jpg">'],
    ['a third', `<img src="${HOLDER}" data-lazy-src="/boat.jpg">`],
    ['a late one for a blank file', '<img src="/i/blank.gif?v=2" data-src="/boat.jpg">'],
    ['a late one for a small one', '<img src="/boat-16.jpg" data-src="/boat.jpg">'],
    ['the widest of a set', '<img srcset="/s.jpg 300w, /boat.jpg 1200w,/m.jpg 600w">'],
    ['the densest of a set', '<img srcset="/s.jpg, /boat.jpg 2x, /m.jpg 1.5x">'],
    ['the widest of a late set', `<img src="${HOLDER}" data-srcset="/s.jpg 300w,/boat.jpg 1200w">`],
    ['its source before a set', '<img src="/boat.jpg" srcset="/l.jpg 1200w">'],
    [
      'that of a picture',
      '<picture><source srcset="/boat.webp" type="image/webp"><img src="/boat.jpg"></picture>',
    ],
    [
      'the widest source of a picture that has no other',
      `<picture><source srcset="/s.jpg 300w"><source srcset="/boat.jpg 1200w"><img src="${HOLDER}"></picture>`,
    ],
    ['a late source of a picture', '<picture><source data-srcset="/boat.jpg 900w"><img></picture>'],
    [
      'beside itself for where no script runs',
      `<div><img src="${HOLDER}" data-src="/boat.jpg"><noscript><img src="/boat.jpg"> Turn scripts on.</noscript></div>`,
    ],
    [
      'that for where no script runs, after one in a wrapper',
      '<div><span><img data-src="/boat.jpg"></span><noscript><img src="/boat.jpg"></noscript></div>',
    ],
    ['only for where no script runs', '<noscript><img src="/boat.jpg"></noscript>'],
    ['of an accelerated page', '<amp-img src="/boat.jpg" layout="responsive"></amp-img>'],
  ])('%s', (_, html) => {
    expect(intakeOf({ html }).html).toBe(BOAT);
  });

  test('the listed one wins, whatever the page shows first', () => {
    const html = '<img src="/s.jpg" srcset="/boat.jpg 900w, /l.jpg 1800w">';
    const images = ['https://ledger.example/boat.jpg'];
    const taken = intakeOf({ html }, {}, { images });
    expect(taken).toMatchObject({ html: BOAT, notices: [] });
  });

  test('two images of one noscript are both new', () => {
    const { html } = intakeOf({
      html: '<p><noscript><img src="/a.jpg"><img src="/b.jpg"></noscript></p>',
    });
    expect(html.match(/[ab]\.jpg/g)).toEqual(['a.jpg', 'b.jpg']);
  });

  test.each([`<img src="${HOLDER}">`, '<img src="/img/spacer.gif">', '<img>'])(
    'one that is nowhere goes: %s',
    (html) => {
      expect(intakeOf({ html: `<p>x</p>${html}` }).html).toBe('<p>x</p>');
    },
  );
});

describe('images that are not listed', () => {
  const noticeOf = (html: string, images: string[]) => intakeOf({ html }, {}, { images }).notices;

  test('are named', () => {
    const html = '<img src="/a.jpg"><img src="/b.jpg"><img src="/a.jpg">';
    expect(noticeOf(html, ['https://ledger.example/b.jpg'])).toEqual([
      {
        code: 'images-unlisted',
        message: expect.stringMatching(/will not leave with the story: https:\S+\/a\.jpg$/),
      },
    ]);
  });

  test('are found listed however either is spelled', () => {
    expect(noticeOf('<img src="/a b.jpg">', ['HTTPS://Ledger.example:443/a%20b.jpg'])).toEqual([]);
  });

  test('are counted where they are many', () => {
    const html = Array.from({ length: 23 }, (_, index) => `<img src="/${index}.jpg">`).join('');
    const [notice] = noticeOf(html, []);
    expect(notice?.message.match(/\.jpg/g)).toHaveLength(20);
    expect(notice?.message).toMatch(/ and 3 more$/);
  });
});
