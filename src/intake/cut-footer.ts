import type { Element } from 'hast';
import { footerPattern } from '../domain/footer-pattern.ts';
import { canonicalText } from './canonical-text.ts';

export interface Cut {
  blocks: Element[];
  /** Texts of the blocks that were footers, in the order in which they stood. */
  removed: string[];
}

/** Parts a body from the footers it ends with, so that the text leaves with one footer, not two. */
export function cutFooter(blocks: readonly Element[], templates: readonly string[]): Cut {
  const patterns = templates.map(footerPattern);
  const isFooter = (text: string) => patterns.some((pattern) => pattern.test(text));
  const removed: string[] = [];
  const texts = blocks.map(canonicalText);
  while (texts.length > 0) {
    const last = texts.pop() ?? '';
    if (!isFooter(last)) break;
    removed.unshift(last);
  }
  return { blocks: blocks.slice(0, blocks.length - removed.length), removed };
}
