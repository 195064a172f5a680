import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A PDF as a reader shows it. */
export interface ReadPdf {
  title: string;
  pages: number;
  /** The text of all pages, as it would be copied. */
  text: string;
  /** The first page as a picture, at twice its size. */
  picture(page?: number): Promise<{ png: Buffer; width: number; height: number }>;
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false }).promise;
  const { info } = await pdf.getMetadata();
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
  const texts = await Promise.all(
    numbers.map(async (number) => pageText(await pdf.getPage(number))),
  );
  return {
    title: String((info as { Title?: string }).Title),
    pages: pdf.numPages,
    text: texts.join('\n'),
    async picture(number = 1) {
      const page = await pdf.getPage(number);
      const viewport = page.getViewport({ scale: 2 });
      const canvas = createCanvas(viewport.width, viewport.height);
      const canvasContext = canvas.getContext('2d') as never;
      await page.render({ canvas: null, canvasContext, viewport }).promise;
      const { width, height } = canvas;
      return { png: canvas.toBuffer('image/png'), width, height };
    },
  };
}

interface Page {
  getTextContent(): Promise<{ items: readonly object[] }>;
}

async function pageText(page: Page): Promise<string> {
  const { items } = await page.getTextContent();
  return items
    .map(
      (item) =>
        ('str' in item ? `${item.str}` : '') + ('hasEOL' in item && item.hasEOL ? '\n' : ''),
    )
    .join('');
}
