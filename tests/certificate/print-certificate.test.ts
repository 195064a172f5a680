import { printCertificate } from '../../src/certificate/print-certificate.ts';
import { readCode } from '../support/read-code.ts';
import { readPdf } from '../support/read-pdf.ts';
import { CERTIFICATE } from './samples.ts';

const words = (text: string) => text.replaceAll(/\s+/g, ' ');

test('everything that a certificate says can be searched and copied', async () => {
  const pdf = await readPdf(await printCertificate(CERTIFICATE));
  const text = words(pdf.text);
  const { licence, publication, outlet, article, terms, footer } = CERTIFICATE;
  for (const said of [
    licence.id,
    publication.name,
    publication.copyrightHolder,
    outlet.name,
    article.headline,
    '2026-03-01T06:00:00.000Z',
    '2026-06-01T06:00:00.000Z',
    'web, newsletter',
    'the whole world',
    article.integrity,
    licence.kid,
    licence.log,
    ...terms.sentences.map(({ text }) => text),
  ]) {
    expect(text).toContain(words(said));
  }
  expect(text.replaceAll(' ', '')).toContain(footer.replaceAll(' ', ''));
  expect(pdf.title).toBe(`Reprint licence: ${article.headline}`);
});

test('the code in its corner leads to the public page of the licence', async () => {
  const pdf = await readPdf(await printCertificate(CERTIFICATE));
  const { png } = await pdf.picture();
  expect(await readCode(png)).toBe(CERTIFICATE.verifyUrl);
});

test.each([
  ['Arabic', 'المد العالي (والمنخفض) في الميناء 2026'],
  ['Hebrew', 'גאות גבוהה (ושפל) בנמל'],
  ['Thai', 'น้ำขึ้นสูงที่ท่าเรือ'],
  ['Chinese', '港口的高潮與低潮，渡輪停航'],
  ['Greek', 'Υψηλή παλίρροια στο λιμάνι'],
  ['Hungarian', 'Árvíztűrő tükörfúrógép a kikötőben'],
])('a headline in %s is printed in letters that every reader has', async (_script, headline) => {
  const article = { ...CERTIFICATE.article, headline };
  const pdf = await readPdf(await printCertificate({ ...CERTIFICATE, article }));
  const letters = (text: string) =>
    [...text.replaceAll(/[\s()]/g, '').normalize('NFKC')].sort().join('');
  const shown = pdf.text.slice(pdf.text.indexOf('Headline'), pdf.text.indexOf('Harbour Desk'));
  expect(letters(shown)).toContain(letters(headline).slice(0, 1));
  for (const letter of headline.replaceAll(/[\s()]/g, '')) {
    expect(shown.normalize('NFKC')).toContain(letter.normalize('NFKC'));
  }
});

test('a character that no font has is named', async () => {
  const article = { ...CERTIFICATE.article, headline: 'Runes ᚠᚢ' };
  const pdf = await readPdf(await printCertificate({ ...CERTIFICATE, article }));
  expect(pdf.text).toContain('[U+16A0][U+16A2]');
});

test('what is long goes on on the next page, and an address without end stays on the paper', async () => {
  const certificate = {
    ...CERTIFICATE,
    footer: 'A notice that goes on. '.repeat(300),
    article: { ...CERTIFICATE.article, canonicalUrl: `https://gazette.example/${'a'.repeat(400)}` },
  };
  const pdf = await readPdf(await printCertificate(certificate));
  expect(pdf.pages).toBeGreaterThan(1);
  expect(words(pdf.text).match(/goes ?on\./g)).toHaveLength(300);
  expect(pdf.text.replaceAll(/\s/g, '')).toContain('a'.repeat(400));
});
