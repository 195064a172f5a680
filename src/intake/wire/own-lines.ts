import { footerPattern } from '../../domain/footer-pattern.ts';
import type { House } from '../submission.ts';
import { isCopyrightLine } from './copyright-line.ts';

/** A template has at most 2,000 characters, and a URL in it as many again. */
const LONGEST_FOOTER = 8_000;
/** What a wire may write around a heading: `*** … ***`. */
const MARKS_AROUND = 30;

/** Tells a house's own lines from a story's. */
export interface OwnLines {
  /** What the house is called. */
  names: readonly string[];
  /** As a whole what one of the house's footer templates could have made. */
  isFooter(text: string): boolean;
  /** A plain copyright notice that names the house. */
  isCopyright(text: string): boolean;
  /** What stood over the house's latest stories. */
  isLatestHeading(text: string): boolean;
}

export function ownLines({ names, footers, latestHeadings }: House): OwnLines {
  const patterns = footers.map(footerPattern);
  const own = names.flatMap((name) => `Latest news from ${name}`);
  const headings = new Set([...latestHeadings, ...own].map(plain));
  const longest = Math.max(0, ...[...headings].map(({ length }) => length)) + MARKS_AROUND;
  return {
    names,
    isFooter: (text) =>
      text.length <= LONGEST_FOOTER && patterns.some((pattern) => pattern.test(text)),
    isCopyright: (text) => isCopyrightLine(text, names),
    isLatestHeading: (text) => text.length <= longest && headings.has(plain(text)),
  };
}

/** Without what differs from one wire to the next. */
function plain(heading: string): string {
  return heading
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/^[\s*_#-]+|[\s:：*_-]+$/g, '')
    .toLowerCase();
}
