import { codes, OLD, taken } from './ledger.ts';

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

  test('is read below a figure and a kicker, which stay', () => {
    const one = taken({
      html: '<figure><img src="https://e.example/i.png"></figure><p>ON THE WATER</p><h1>Ferry returns to service</h1><p>By Nellie Bly</p><p>OSLO (AB) – It rained.</p><p>More.</p>',
    });
    expect(one).toMatchObject({ byline: 'By Nellie Bly', dateline: 'OSLO' });
    expect(one.html).toMatch(
      /^<figure>.*<\/figure>\n<h2>ON THE WATER<\/h2>\n<p>It rained.<\/p>\n<p>More.<\/p>$/,
    );
  });

  test('is read to its end, whatever a dateline stands before', () => {
    const text =
      'OSLO (AB) – Ferry returns to service\n\nBERGEN (AB) – By Nellie Bly\n\nIt rained.';
    expect(taken({ text })).toMatchObject({
      ...{ byline: 'By Nellie Bly', dateline: 'OSLO', text: 'It rained.' },
    });
    expect(taken({ text: 'OSLO (AB) – ENDS' }).wordCount).toBe(0);
  });

  test('of many by lines names five, and tells the others', () => {
    const all = Array.from('ABCDEFG', (name) => `By ${name}`);
    const one = taken({ text: [...all, 'It rained.'].join('\n\n') });
    expect(one).toMatchObject({ byline: 'By A, By B, By C, By D, By E', text: 'It rained.' });
    expect(one.notices[0]?.message).toContain(all.join(' / '));
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

test('a blank line inside a paragraph parts it, a single break does not', () => {
  const html = '<p>Rain.<br><br>More rain,<br>and more. <br> <br/> <br>Sun.</p>';
  expect(taken({ html }).html).toBe('<p>Rain.</p>\n<p>More rain,<br>and more.</p>\n<p>Sun.</p>');
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

test('verbatim leaves every word where it is', () => {
  const text = `FERRY RETURNS TO SERVICE\n\nBy the harbour desk\n\nOSLO (AB) – Rain.\n\nTHE SEARCH\n\n-30-\n\n${OLD}`;
  const one = taken({ text }, { intake: 'verbatim' });
  expect(one).toMatchObject({ byline: null, dateline: null, notices: [] });
  expect(one.text).toBe(text.replaceAll('\n\n', ' '));
  expect(one.html).not.toContain('<h2>');
});
