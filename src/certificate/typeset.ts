import type PDFDocument from 'pdfkit';
import { wrap } from '../formats/wrap.ts';
import type { Fonts } from './fonts.ts';
import { arrange, type Run } from './runs.ts';

type Document = InstanceType<typeof PDFDocument>;

/** Measures and shows lines of any script in one document. */
export interface Typesetter {
  /** Breaks text into lines that fit a room in points. */
  lines(text: string, size: number, room: number): string[];
  /** Shows one line on the base line `y`, from `x` on; one that runs from the right ends with the room. */
  show(text: string, size: number, at: { x: number; y: number; room: number }): void;
}

export function createTypesetter(doc: Document, fonts: Fonts, language: string): Typesetter {
  for (const [name, font] of fonts) doc.registerFont(name, font);
  const inFace = ({ face }: Run, size: number) => doc.font(face.name).fontSize(size);
  const widths = new Map<string, number>();
  const widthOf = (run: Run, size: number): number => {
    // The same words are measured often while lines are broken.
    const key = `${run.face.name} ${size} ${run.text}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    const width = inFace(run, size).widthOfString(run.text, shaping(run));
    widths.set(key, width);
    return width;
  };
  const measure = (text: string, size: number) => total(arrange(text).runs, size, widthOf);
  return {
    lines(text, size, room) {
      const measured = (part: string) => measure(part, size);
      const broken = wrap(text, room, language, measured).split('\n');
      return broken.flatMap((line) => cut(line, room, measured));
    },
    show(text, size, { x, y, room }) {
      const { runs, isRightToLeft } = arrange(text);
      let at = isRightToLeft ? x + room - total(runs, size, widthOf) : x;
      for (const run of runs) {
        inFace(run, size).text(run.text, at, y, {
          lineBreak: false,
          baseline: 'alphabetic',
          ...shaping(run),
        });
        at += widthOf(run, size);
      }
    },
  };
}

function total(
  runs: readonly Run[],
  size: number,
  widthOf: (run: Run, size: number) => number,
): number {
  return runs.reduce((sum, run) => sum + widthOf(run, size), 0);
}

function shaping({ isRightToLeft }: Run) {
  return isRightToLeft ? { features: ['rtla' as const] } : {};
}

/** Cuts what cannot be broken, an address for one, where the room ends. */
function cut(text: string, room: number, measure: (part: string) => number): string[] {
  if (measure(text) <= room) return [text];
  const parts: string[] = [];
  let open = '';
  for (const character of text) {
    if (open !== '' && measure(open + character) > room) {
      parts.push(open);
      open = '';
    }
    open += character;
  }
  return [...parts, open];
}
