import type { Element } from 'hast';
import { canonicalText } from '../canonical-text.ts';

/** A block with its words, which every recogniser looks at. */
export interface Line {
  block: Element;
  /** The canonical text of the block. */
  text: string;
}

export function lineOf(block: Element): Line {
  return { block, text: canonicalText(block) };
}

const RUNNING: ReadonlySet<string> = new Set(['p', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Whether it is a line of words, and no list, table, figure or quotation. */
export function isRunning({ block }: Line): boolean {
  return RUNNING.has(block.tagName);
}
