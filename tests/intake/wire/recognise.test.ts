import type { House, Submission } from '../../../src/intake/index.ts';
import { intakeOf } from '../../support/intake-of.ts';

const FOOTER = '© {years} {holder}. First published by {publication}: {canonicalUrl}';
const OLD = '© 2001-2009 Somebody. First published by The Ledger: https://ledger.example/1';
const house: House = {
  names: ['The Ledger', 'Ledger Press'],
  footers: [FOOTER],
  latestHeadings: ['Neueste Nachrichten von The Ledger'],
};
const taken = (body: Submission['body'], rest: Partial<Submission> = {}) =>
  intakeOf(body, house, rest);
const codes = ({ notices }: ReturnType<typeof taken>) => notices.map(({ code }) => code);

describe('the opening', () => {
  test('is read from text and from HTML alike', () => {
    const inText = taken({
      text: 'FERRY RETURNS TO SERVICE\n\nBy the harbour desk\nOSLO (AB) – It rained.\n\nMore.',
    });
    const inHtml = taken({
      html: '<h1>Ferry returns to service</h1><p><b>By the harbour desk</b></p><p><strong>OSLO</strong> (<em>AB</em>) – It <em>rained</em>.</p><p>More.</p>',
    });
    for (const one of [inText, inHtml]) {
      expect(one).toMatchObject({ byline: 'By the harbour desk', dateline: 'OSLO' });
      expect(one.text).toBe('It rained. More.');
      expect(codes(one)).toEqual(['headline-removed', 'byline-recognised', 'dateline-recognised']);
    }
    expect(inHtml.html).toBe('<p>It <em>rained</em>.</p>\n<p>More.</p>');
  });

  test('is read where line breaks part it, and behind a figure', () => {
    const { html, ...read } = taken({
      html: '<figure><img src="https://e.example/i.png"></figure><p>OSLO (AB) – It rained.</p>',
    });
    expect(read.dateline).toBe('OSLO');
    expect(html).toMatch(/<p>It rained\.<\/p>$/);
    expect(
      taken({ html: '<p>By the harbour desk<br>OSLO (AB) – It rained.</p><p>b</p>' }),
    ).toMatchObject({
      byline: 'By the harbour desk',
      dateline: 'OSLO',
      text: 'It rained. b',
    });
  });

  test('gives way to what was sent, and goes all the same', () => {
    const sent = { byline: 'The night desk', dateline: 'BERGEN' };
    const one = taken({ text: 'By the harbour desk\n\nOSLO (AB) – It rained.' }, sent);
    expect(one).toMatchObject({ ...sent, text: 'It rained.' });
    expect(one.notices).toEqual([
      { code: 'byline-removed', message: expect.stringMatching(/: By the harbour desk$/) },
      { code: 'dateline-removed', message: expect.stringMatching(/: OSLO \(AB\) –$/) },
    ]);
  });

  test('of several by lines names them all', () => {
    const { byline } = taken({ text: 'By the harbour desk\n\nBy the city desk\n\nIt rained.' });
    expect(byline).toBe('By the harbour desk, By the city desk');
  });

  test('is never the whole story', () => {
    expect(taken({ text: 'By the harbour desk' })).toMatchObject({ byline: null, wordCount: 4 });
    expect(taken({ text: 'OSLO (AB) –' })).toMatchObject({ dateline: null, text: 'OSLO (AB) –' });
  });
});

describe('subheadings', () => {
  test('are lines in capitals that something follows', () => {
    const one = taken({ text: 'Rain.\n\nTHE SEARCH\n\nMore rain.\n\nTHE END OF IT' });
    expect(one.html).toBe(
      '<p>Rain.</p>\n<h2>THE SEARCH</h2>\n<p>More rain.</p>\n<p>THE END OF IT</p>',
    );
    expect(codes(one)).toEqual(['subheadings-recognised']);
  });

  test('are told in one notice', () => {
    const { notices } = taken({ text: 'AA BB\n\na.\n\nCC DD\n\nb.' });
    expect(notices).toEqual([
      { code: 'subheadings-recognised', message: expect.stringMatching(/: AA BB \/ CC DD$/) },
    ]);
  });
});

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

test('verbatim leaves every word where it is', () => {
  const text = `FERRY RETURNS TO SERVICE\n\nBy the harbour desk\n\nOSLO (AB) – Rain.\n\nTHE SEARCH\n\n-30-\n\n${OLD}`;
  const one = taken({ text }, { intake: 'verbatim' });
  expect(one).toMatchObject({ byline: null, dateline: null, notices: [] });
  expect(one.text).toBe(text.replaceAll('\n\n', ' '));
  expect(one.html).not.toContain('<h2>');
});
