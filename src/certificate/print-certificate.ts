import { toBuffer } from 'qrcode';
import { type Block, certificateBlocks } from './blocks.ts';
import type { Certificate } from './certificate.ts';
import { openSheet, type Sheet } from './sheet.ts';
import { CERTIFICATE_EN, type CertificateWording } from './wording.ts';

const BODY = { size: 9.5 };
const LABEL = { size: 8.5, grey: true };
/** How each kind of block is set, with the space above it, in points. */
const STYLES = {
  title: { size: 22, above: 0 },
  lead: { ...BODY, above: 6 },
  heading: { size: 12.5, above: 12 },
  small: { size: 8, grey: true, above: 3 },
  point: { ...BODY, above: 0 },
  quote: { ...BODY, above: 3 },
  row: { ...BODY, above: 0 },
} as const satisfies Record<Block['kind'], object>;

/** Points; the code stays readable when the page is copied. */
const CODE = 104;
const LABELS_WIDTH = 118;
const INDENT = 10;

/**
 * Prints the certificate of a licence.
 *
 * @returns a PDF, whose text can be searched and copied
 */
export async function printCertificate(
  certificate: Certificate,
  wording: CertificateWording = CERTIFICATE_EN,
): Promise<Buffer> {
  const blocks = certificateBlocks(certificate, wording);
  const sheet = await openSheet({
    title: `${wording.title}: ${certificate.article?.headline ?? certificate.feed?.words}`,
    language: wording.language,
    date: new Date(certificate.printedAt),
    text: `•${blocks.map(wordsOf).join('')}`,
  });
  sheet.corner(await toBuffer(certificate.verifyUrl, { margin: 0, scale: 8 }), CODE);
  for (const block of blocks) print(sheet, block);
  return sheet.end();
}

function wordsOf(block: Block): string {
  return block.kind === 'row' ? block.label + block.text : block.text;
}

function print(sheet: Sheet, block: Block): void {
  const style = STYLES[block.kind];
  sheet.gap(style.above);
  if (block.kind === 'row') sheet.aside(block.label, LABEL, style);
  if (block.kind === 'point') sheet.aside('•', style, style);
  sheet.print(block.text, style, placeOf(block.kind, sheet));
  if (block.kind === 'heading') sheet.gap(3);
}

function placeOf(kind: Block['kind'], sheet: Sheet) {
  if (kind === 'title' || kind === 'lead') return { width: sheet.width - CODE - 24 };
  if (kind === 'row') return { left: LABELS_WIDTH };
  return kind === 'point' || kind === 'quote' ? { left: INDENT } : {};
}
