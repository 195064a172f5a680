import PDFDocument from 'pdfkit';
import { fontsFor } from './fonts.ts';
import { createTypesetter } from './typeset.ts';

/** Points. */
const MARGIN = 54;
const LEADING = 1.35;

export interface Style {
  /** Points. */
  size: number;
  grey?: boolean;
}

/** Pages on which paragraphs stand below one another. */
export interface Sheet {
  /** Points between the margins. */
  width: number;
  /** Prints a paragraph at a distance from the left margin; `width` is what it may fill. */
  print(text: string, style: Style, place?: { left?: number; width?: number }): void;
  /** Prints at the left margin, unbroken, on the first base line of what is printed next. */
  aside(text: string, style: Style, next: Style): void;
  gap(points: number): void;
  /** Shows a picture in the upper right corner of the page. */
  corner(png: Buffer, size: number): void;
  end(): Promise<Buffer>;
}

/** What a document says of itself to those who look. */
export interface SheetInfo {
  title: string;
  /** BCP 47. */
  language: string;
  date: Date;
  /** All that is going to be printed, in any order. */
  text: string;
}

export async function openSheet(info: SheetInfo): Promise<Sheet> {
  const fonts = await fontsFor(info.text);
  const doc = newDocument(info);
  const ended = bytesOf(doc);
  const width = doc.page.width - 2 * MARGIN;
  const bottom = doc.page.height - MARGIN;
  const type = createTypesetter(doc, fonts, info.language);

  function show(text: string, { size, grey }: Style, place: { left: number; base: number }): void {
    const { y } = doc;
    doc.fillColor(grey ? '#555' : '#000');
    const at = { x: MARGIN + place.left, y: y + place.base, room: width - place.left };
    type.show(text, size, at);
    doc.y = y;
  }
  function makeRoom({ size }: Style): void {
    if (doc.y + size * LEADING > bottom) doc.addPage();
  }

  return {
    width,
    print(text, style, { left = 0, width: room = width - left } = {}) {
      for (const line of type.lines(text, style.size, room)) {
        makeRoom(style);
        show(line, style, { left, base: style.size });
        doc.y += style.size * LEADING;
      }
    },
    aside(text, style, next) {
      makeRoom(next);
      show(text, style, { left: 0, base: next.size });
    },
    gap(points) {
      doc.y += points;
    },
    corner(png, size) {
      const { y } = doc;
      doc.image(png, MARGIN + width - size, MARGIN, { width: size });
      doc.y = y;
    },
    end() {
      doc.end();
      return ended;
    },
  };
}

function newDocument({ title, language, date }: SheetInfo) {
  return new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    lang: language,
    displayTitle: true,
    info: { Title: title, CreationDate: date, ModDate: date, Producer: 'Imprimatur' },
  });
}

function bytesOf(doc: InstanceType<typeof PDFDocument>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}
