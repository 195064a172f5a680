import { codes, OLD, taken } from './ledger.ts';

describe('the end', () => {
  test.each([
    ['an end mark', 'Rain.\n\n-30-', ['end-mark-removed']],
    ['a footer of any wording', `Rain.\n\n${OLD}`, ['footer-removed']],
    [
      'a plain copyright line',
      'Rain.\n\nCopyright 2026 The Ledger. All rights reserved.',
      ['footer-removed'],
    ],
    [
      'the latest stories',
      'Rain.\n\nLatest news from The Ledger:\n- One\n- Two',
      ['latest-removed'],
    ],
    [
      'a heading that it had in another language',
      'Rain.\n\nNeueste Nachrichten von The Ledger\n\nEins',
      ['latest-removed'],
    ],
    [
      'all of it, in any order',
      `Rain.\n\n---\n\n${OLD}\n\nENDS\n\nLatest news from The Ledger\n\nOne\n\nPage 1 of 1\n\n© The Ledger`,
      ['footer-removed', 'latest-removed', 'end-mark-removed'],
    ],
  ])('loses %s', (_, text, expected) => {
    const one = taken({ text });
    expect(one.text).toBe('Rain.');
    expect(codes(one)).toEqual(expected);
  });

  test('loses the same in HTML', () => {
    const html = `<p>Rain.<br>© 2026 The Ledger</p><hr><h3>Latest news from The Ledger</h3><ul><li><a href="https://e.example/">One</a></li></ul>`;
    expect(taken({ html }).html).toBe('<p>Rain.</p>');
  });

  test.each([
    ['footer of somebody else', 'Rain.\n\n© 2026 Somebody else'],
    ['sentence on copyright', 'Rain.\n\nCopyright lawyers at The Ledger said they had won.'],
    ['list that a story follows', `Latest news from The Ledger\n\n${'It rained on. '.repeat(60)}`],
    ['heading of others', 'Rain.\n\nLatest news from The Herald\n\nOne'],
    ['end mark in the middle', 'Rain.\n\n-30-\n\nMore rain.'],
  ])('keeps a %s', (_, text) => {
    const one = taken({ text });
    expect(one.text).toBe(text.replaceAll('\n\n', ' ').trim());
    expect(one.notices).toEqual([]);
  });

  test('tells ten thousand characters of what it lost, and how much more there was', () => {
    const long = Array.from({ length: 50 }, (_, at) => `${at} ${'x'.repeat(500)}`).join('\n\n');
    const [notice] = taken({ text: `Rain.\n\nLatest news from The Ledger\n\n${long}` }).notices;
    expect(notice?.code).toBe('latest-removed');
    expect(notice?.message.length).toBeLessThan(10_500);
    expect(notice?.message).toMatch(/ and \d+ more$/);
  });
});

test('a paragraph that is a footer goes wherever it stands', () => {
  expect(taken({ text: `Rain.\n\n${OLD}\n\nMore.` })).toMatchObject({ text: 'Rain. More.' });
  expect(taken({ text: `${OLD}\n\nRain.` })).toMatchObject({ text: 'Rain.' });
});

test.each([
  [
    'a quotation',
    `<blockquote><p>Rain.</p><p>${OLD}</p></blockquote>`,
    '<blockquote><p>Rain.</p></blockquote>',
  ],
  ['a part of an item', `<ul><li><p>Rain.</p><p>${OLD}</p></li></ul>`, '<ul><li>Rain.</li></ul>'],
  ['an item', `<ul><li>Rain.</li><li><b>${OLD}</b></li></ul>`, '<ul><li>Rain.</li></ul>'],
  [
    'a caption',
    `<p>Rain.</p><figure><img src="https://e.example/i.png"><figcaption>${OLD}</figcaption></figure>`,
    '<p>Rain.</p>\n<figure><img src="https://e.example/i.png" alt=""></figure>',
  ],
  [
    'a cell',
    `<table><tr><td>Rain.</td><td>${OLD}</td></tr></table>`,
    '<table><tbody><tr><td>Rain.</td><td></td></tr></tbody></table>',
  ],
  ['a line of verse', `<p>Rain,<br>${OLD}<br>rain.</p>`, '<p>Rain,<br>rain.</p>'],
])('%s that is a footer goes, and no more', (_, html, left) => {
  const one = taken({ html });
  expect(one.html).toBe(left);
  expect(codes(one)).toContain('footer-removed');
});

test('a notice parted by a line break goes as a whole', () => {
  const html = '<p>Rain.</p><p>© 2026 The Ledger.<br>All rights reserved.</p>';
  expect(taken({ html }).html).toBe('<p>Rain.</p>');
});
