import { formats } from '../../../src/formats/index.ts';
import { canonicalText, integrityOf, readBody } from '../../../src/intake/index.ts';
import { checkPage } from '../../../src/verifier/page/check-page.ts';
import { print } from '../../formats/print.ts';
import { type Licensed, samples } from '../../formats/samples.ts';
import { CLAIMS } from '../samples.ts';

const html = formats.get('html');
if (!html) throw new Error('there is no html');

const claimsOf = (told: Licensed, more = {}) => ({
  ...CLAIMS,
  article: { ...CLAIMS.article, integrity: integrityOf(canonicalText(told.body)) },
  footer: { ...CLAIMS.footer, text: told.footer },
  ...more,
});

/** The site of an outlet around a story. */
const site = (story: string) => `<!doctype html><html lang=en><head><title>Fjord Post</title>
<style>p > a { color: red }</style><script>if (1 < 2) document.write('<p>x</p>')</script></head>
<body><!-- <p>not this</p> --><nav><ul><li><a href=/>Home</a><li>News &amp; more</ul></nav>
<article>${story}</article><aside><p>Teaser <b>one</b><p>Teaser two</aside>
<footer><p>&copy; Fjord Post</footer></body></html>`;

const texts = Object.entries(samples).map(([name, told]) => [name, told as Licensed] as const);

test.each(texts)('the story "%s" as we send it is found whole on any page', (_name, told) => {
  const page = { html: site(print(html, told)) };
  expect(checkPage(claimsOf(told), page)).toEqual({ body: 'same', footer: 'same' });
});

test.each(texts)(
  'the text of "%s" is the same however its spaces and accents are written',
  (_, told) => {
    const bodyText = `\n ${canonicalText(told.body).normalize('NFD').replaceAll(' ', '\r\n\t')} `;
    expect(checkPage(claimsOf(told), { bodyText })).toEqual({ body: 'same' });
  },
);

const ferry = samples.ferry as Licensed;
const printed = print(html, ferry);
const check = (story: string, more = {}) => checkPage(claimsOf(ferry, more), { html: site(story) });

test('the words that we put beside an image inside a line are none of the story', () => {
  const url = 'https://img.example/buoy.png';
  const body = readBody(`<p>The buoy <img src="${url}" alt="a buoy"> swims.</p>`);
  const images = [{ url, caption: 'A buoy.', credit: 'Quay desk', alt: null }];
  const told = { ...ferry, body, images };
  const page = { html: site(print(html, told)) };
  expect(page.html).toContain('Quay desk');
  expect(checkPage(claimsOf(told), page)).toEqual({ body: 'same', footer: 'same' });
});

test.each([
  ['a word changed', printed.replace('140', '141')],
  ['a word added', printed.replace('140', 'some 140')],
  ['a paragraph left out', printed.replace(/<pre.*?<\/pre>/s, '')],
  ['an advert between its paragraphs', printed.replace('<hr', '<p>Buy a boat!</p><hr')],
  ['a paragraph that is hidden', printed.replace('<pre', '<pre hidden')],
  ['nothing', ''],
])('a page with %s is altered', (_what, story) => {
  expect(check(story)).toMatchObject({ code: 'body-altered' });
});

test.each([
  ['no footer', printed.replace(/<footer.*?<\/footer>/s, '')],
  ['another footer', printed.replace('2011-2026', '2012-2026')],
  ['a footer that is hidden', printed.replace('<footer', '<footer style="display: none"')],
  ['a footer in a comment', printed.replace(/(<footer.*?<\/footer>)/s, '<!-- $1 -->')],
])('a page with %s has lost its footer', (_what, story) => {
  expect(check(story)).toMatchObject({ code: 'footer-altered' });
});

test('a footer that stands before the story only is not the one that follows it', () => {
  const [footer = ''] = printed.match(/<footer.*?<\/footer>/s) ?? [];
  expect(check(footer + printed.replace(footer, ''))).toMatchObject({ code: 'footer-altered' });
});

test('a footer is compared by its words', () => {
  const claims = claimsOf(ferry);
  const spaced = ` ${ferry.footer.replaceAll(' ', '\n')}`;
  expect(checkPage(claims, { footerText: spaced })).toEqual({ footer: 'same' });
  expect(checkPage(claims, { footerText: `${ferry.footer} x` })).toMatchObject({
    code: 'footer-altered',
  });
});

describe('where the licence lets the text be changed', () => {
  const edited = printed.replace('140', '141');
  const { odrl } = CLAIMS;
  const [first] = odrl.permission;
  const allowing = (permission: object) => ({ odrl: { ...odrl, permission: [first, permission] } });

  test.each([
    ['edits', { use: { ...CLAIMS.use, edits: 'style' as const } }],
    ['translation', allowing({ action: ['translate'] })],
  ])('%s: another text is not refused, and said to be another', (_what, more) => {
    expect(check(edited, more)).toEqual({ body: 'edited', footer: 'same' });
    expect(check(printed, more)).toEqual({ body: 'same', footer: 'same' });
    expect(checkPage(claimsOf(ferry, more), { bodyText: 'x' })).toEqual({ body: 'edited' });
  });

  test('its footer stays demanded', () => {
    const more = { use: { ...CLAIMS.use, edits: 'any' as const } };
    expect(check('<p>Something else.</p>', more)).toMatchObject({ code: 'footer-altered' });
  });
});

test.each([
  ['tags that never end', '<a '.repeat(300_000)],
  ['quotes that never end', `<a title="${'<a title="'.repeat(100_000)}`],
  ['comments that never end', '<!--'.repeat(300_000)],
  ['scripts that never end', '<script>'.repeat(100_000)],
  ['a hundred thousand paragraphs', '<p>a'.repeat(100_000)],
  ['ours and not ours in turn', '<p>a</p><p class="imprimatur-x">b</p>'.repeat(20_000)],
  ['attributes without end', `<p ${'class '.repeat(200_000)}>`],
  ['accents without end', `<p>a${'\u0301\u0323'.repeat(300_000)}`],
  ['references without end', '&amp'.repeat(300_000)],
])('%s cost little', (_what, hostile) => {
  const started = performance.now();
  expect(check(hostile)).toMatchObject({ code: 'body-altered' });
  expect(performance.now() - started).toBeLessThan(5_000);
});

test('a page of more than 4 MiB is not searched', () => {
  expect(check(' '.repeat(5 << 20))).toMatchObject({ code: 'body-altered' });
});
