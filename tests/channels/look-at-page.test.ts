import { gzipSync } from 'node:zlib';
import { lookAtPage } from '../../src/channels/look-at-page.ts';
import { createEgress, type Egress } from '../../src/security/egress/index.ts';
import { type LocalServer, startLocalServer } from '../support/local-server.ts';

const PLACEMENT = '0198c0de-0000-7000-8000-000000000001';
const NOTICE = 'A story that stood here was withdrawn by Harbour News.';
const MARKED = `<p class="imprimatur-withdrawn" data-imprimatur-placement="${PLACEMENT}">Gone.</p>`;
const PARAGRAPH = 'The evening ferry will call again from May, the harbour master says.';

let server: LocalServer;
let egress: Egress;
beforeAll(async () => {
  server = await startLocalServer();
  egress = createEgress({ allow: ['127.0.0.0/8'], bounds: { totalMs: 2_000, firstByteMs: 500 } });
});
afterAll(async () => {
  await egress.close();
  await server.close();
});

function look(html: string | Buffer, headers: Record<string, string> = {}, status = 200) {
  server.answer((response) => response.writeHead(status, headers).end(html));
  const paragraphs = [PARAGRAPH, 'Zwölf Fähren für „Lysekil“ & die Schären, so der Hafenmeister.'];
  const copy = { placement: PLACEMENT, url: `${server.url}/ferry`, notice: NOTICE, paragraphs };
  return lookAtPage(copy, { egress });
}

test.each([
  ['its mark', MARKED],
  ['its mark, however it is written', MARKED.replace('<p', '<DIV id=x').replace('data', 'DATA')],
  [
    'its sentence',
    `<article><b>A story that  stood here</b> was withdrawn by Harbour&nbsp;News.</article>`,
  ],
])('the notice is known by %s', async (_, html) => {
  expect(await look(html)).toMatchObject({ kind: 'gone', code: 'notice-shown', status: 200 });
});

test.each([
  ['as it was sent', `<p>${PARAGRAPH}</p>`],
  [
    'with other markup',
    `<div>The <i>evening</i> ferry will call&#32;again from May, the harbour master says.</div>`,
  ],
  [
    'with references',
    '<p>Zw&ouml;lf F&auml;hren f&uuml;r &bdquo;Lysekil&ldquo; &amp; die Sch&auml;ren, so der Hafenmeister.</p>',
  ],
  ['in a template', `<template><p>${PARAGRAPH}</p></template>`],
  ['in a script', `<script>window.story = {text: "${PARAGRAPH}"}</script>`],
])('a paragraph is known %s, also beside the notice', async (_, html) => {
  expect(await look(MARKED + html)).toMatchObject({ kind: 'there', code: 'text-shown' });
});

test('the mark of another placement, or in a comment or in text, is none', async () => {
  const other = MARKED.replace(PLACEMENT, '0198c0de-0000-7000-8000-000000000002');
  const quoted = MARKED.replaceAll('<', '&lt;');
  for (const html of [other, `<!-- ${MARKED} -->`, quoted]) {
    expect(await look(html)).toMatchObject({ kind: 'unclear', code: 'notice-missing' });
  }
});

test('a page that cannot be read as a whole is not gone, whatever it shows', async () => {
  const long = `${MARKED}${'<p>More.</p>'.repeat(250_000)}`;
  expect(await look(long)).toMatchObject({ kind: 'unclear', code: 'page-too-long' });
  const latin = Buffer.from(`${MARKED}<p>Zwölf Fähren</p>`, 'latin1');
  expect(await look(latin)).toMatchObject({ kind: 'unclear', code: 'page-not-utf8' });
  const packed = gzipSync(MARKED);
  expect(await look(packed, { 'content-encoding': 'gzip' })).toMatchObject({
    kind: 'unclear',
    code: 'page-compressed',
  });
});

test.each([204, 206, 401, 403, 451, 500, 503])('status %i says nothing', async (status) => {
  expect(await look('', {}, status)).toMatchObject({ kind: 'unclear', code: `http-${status}` });
});

test('a redirect is shown and not followed', async () => {
  const before = server.received.length;
  const seen = await look('', { location: 'https://elsewhere.example/' }, 302);
  expect(seen).toMatchObject({ kind: 'unclear', code: 'http-302' });
  expect(seen.message).toContain('https://elsewhere.example/');
  expect(server.received).toHaveLength(before + 1);
});

test('a page is asked for anew, uncompressed', async () => {
  await look(MARKED);
  expect(server.received.at(-1)?.headers).toMatchObject({
    'cache-control': 'no-cache',
    'accept-encoding': 'identity',
  });
});

test('silence and a forbidden address are unclear', async () => {
  server.answer(() => {});
  const copy = { placement: PLACEMENT, url: server.url, notice: NOTICE, paragraphs: [] };
  expect(await lookAtPage(copy, { egress })).toMatchObject({ kind: 'unclear', code: 'timeout' });
  const shut = createEgress({ allow: [] });
  expect(await lookAtPage(copy, { egress: shut })).toMatchObject({
    kind: 'unclear',
    code: 'address-not-allowed',
  });
  await shut.close();
});

test('a page that is made to be slow to read is read in time', async () => {
  for (const flood of ['<', '<a ', '&', '<!--', '<p>', '"', '<p hidden>']) {
    const startedAt = performance.now();
    await look(flood.repeat(Math.floor((1024 * 1024 - 1) / flood.length)));
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  }
}, 120_000);
