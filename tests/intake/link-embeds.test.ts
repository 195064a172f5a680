import { intakeOf } from '../support/intake-of.ts';

const figure = (href: string, words: string) => `<figure><a href="${href}">${words}</a></figure>`;

describe('what is embedded becomes a link to what a reader would open', () => {
  test.each([
    [
      '<iframe src="https://www.youtube.com/embed/Ab-1_2?rel=0" title="The ferry &amp; the quay"></iframe>',
      figure('https://www.youtube.com/watch?v=Ab-1_2', 'The ferry &amp; the quay'),
    ],
    [
      '<iframe data-src="//www.youtube-nocookie.com/embed/Ab1" title=" "></iframe>',
      figure('https://www.youtube.com/watch?v=Ab1', 'www.youtube.com/watch?v=Ab1'),
    ],
    [
      '<iframe src="https://player.vimeo.com/video/123?h=1" aria-label="Docking"></iframe>',
      figure('https://vimeo.com/123', 'Docking'),
    ],
    [
      '<iframe src="/maps/quay/"></iframe>',
      figure('https://ledger.example/maps/quay/', 'ledger.example/maps/quay'),
    ],
    [
      '<video controls poster="/p.jpg"><source src="/dock.mp4" type="video/mp4">Too old.</video>',
      figure('https://ledger.example/dock.mp4', 'ledger.example/dock.mp4'),
    ],
    [
      '<audio src="https://e.example/talk.mp3" title="The captain speaks"></audio>',
      figure('https://e.example/talk.mp3', 'The captain speaks'),
    ],
    [
      '<object data="https://e.example/report.pdf" type="application/pdf"><p>No reader.</p></object>',
      figure('https://e.example/report.pdf', 'e.example/report.pdf'),
    ],
    ['<embed src="https://e.example/chart">', figure('https://e.example/chart', 'e.example/chart')],
    [
      '<amp-youtube data-videoid="Ab1" layout="responsive"></amp-youtube>',
      figure('https://www.youtube.com/watch?v=Ab1', 'www.youtube.com/watch?v=Ab1'),
    ],
  ])('%s', (html, expected) => {
    const taken = intakeOf({ html: `<p>Before.</p>${html}<p>After.</p>` });
    expect(taken.html).toBe(`<p>Before.</p>\n${expected}\n<p>After.</p>`);
    const href = /href="([^"]+)"/.exec(expected)?.[1] ?? '';
    expect(taken.notices).toEqual([
      { code: 'embeds-linked', message: expect.stringMatching(/ as readers can open it: /) },
    ]);
    expect(taken.notices[0]?.message).toContain(href);
  });

  test('under the caption it had', () => {
    const html =
      '<figure><div class="wrap"><iframe src="https://e.example/f"></iframe></div><figcaption>A film</figcaption></figure>';
    expect(intakeOf({ html }).html).toBe(
      '<figure><a href="https://e.example/f">e.example/f</a><figcaption>A film</figcaption></figure>',
    );
  });

  test('in a paragraph, between its words', () => {
    const html = '<p>See <iframe src="https://e.example/f" title="a film"></iframe> there.</p>';
    expect(intakeOf({ html }).text).toBe('See a film there.');
  });
});

describe('what is embedded to count readers goes without a word', () => {
  test.each([
    '<iframe src="https://www.googletagmanager.com/ns.html?id=G-1"></iframe>',
    '<iframe src="https://e.example/c" width="1" height="1"></iframe>',
    '<iframe src="https://e.example/c" style="width:0;height:0"></iframe>',
    '<div style="display:none"><video src="https://e.example/c.mp4"></video></div>',
    '<iframe src="https://e.example/c" hidden></iframe>',
    '<noscript><iframe src="https://e.example/c"></iframe></noscript>',
  ])('%s', (html) => {
    expect(intakeOf({ html: `<p>x</p>${html}` })).toMatchObject({ html: '<p>x</p>', notices: [] });
  });
});

test.each([
  '<iframe src="javascript:x()"></iframe>',
  '<iframe srcdoc="&lt;p&gt;no"></iframe>',
  '<iframe src="about:blank"></iframe>',
  '<embed src="data:text/html,no">',
  '<video src="blob:https://e.example/1">no</video>',
])('what nobody could open goes: %s', (html) => {
  expect(intakeOf({ html: `<p>x</p>${html}` })).toMatchObject({ html: '<p>x</p>', notices: [] });
});

test('an object that nobody could open gives way to what is read in its place', () => {
  const { html } = intakeOf({ html: '<object data="x:y"><p>The <b>chart</b>.</p></object>' });
  expect(html).toBe('<p>The <strong>chart</strong>.</p>');
});
