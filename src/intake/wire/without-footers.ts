import type { Element, ElementContent } from 'hast';
import { arrangeBlocks } from '../arrange-blocks.ts';
import { canonicalText } from '../canonical-text.ts';
import { INLINE_ELEMENTS } from '../schema.ts';
import { isBreak } from './breaks.ts';
import { type Line, lineOf } from './line.ts';
import type { OwnLines } from './own-lines.ts';

interface Search {
  isFooter(text: string): boolean;
  removed: string[];
}

/**
 * Lines without what as a whole paragraph, item, caption, cell or line of one is a footer, wherever
 * it stands: a text leaves with one footer, not two.
 */
export function withoutFooters(lines: readonly Line[], { isFooter }: OwnLines) {
  const removed: string[] = [];
  const left = lines.flatMap((line) => {
    if (line.block.tagName !== 'figure' && isFooter(line.text)) {
      removed.push(line.text);
      return [];
    }
    const [block] = without(line.block, { isFooter, removed });
    return block === line.block ? [line] : arrangeBlocks(block ? [block] : []).map(lineOf);
  });
  return { lines: left, found: removed.map((text) => ({ code: 'footer-removed' as const, text })) };
}

/** The element itself where nothing of it went. */
function without(element: Element, search: Search): [] | [Element] {
  const before = search.removed.length;
  const children = stretchesOf(element.children).flatMap((stretch) => {
    const [first] = stretch;
    if (first && isBlock(first)) return without(first, search);
    return withoutLines(stretch, search);
  });
  if (search.removed.length === before) return [element];
  const isCell = element.tagName === 'td' || element.tagName === 'th';
  return isCell || children.some(saysSomething) ? [{ ...element, children }] : [];
}

/** Blocks one by one, and what stands in a line between them together. */
function stretchesOf(nodes: readonly ElementContent[]): ElementContent[][] {
  const stretches: ElementContent[][] = [];
  let isOpen = false;
  for (const node of nodes) {
    if (isOpen && !isBlock(node)) stretches.at(-1)?.push(node);
    else stretches.push([node]);
    isOpen = !isBlock(node);
  }
  return stretches;
}

function withoutLines(stretch: ElementContent[], search: Search): ElementContent[] {
  if (isRemoved(stretch, search)) return [];
  if (!stretch.some(isBreak)) return stretch;
  const kept: ElementContent[][] = [];
  let line: ElementContent[] = [];
  for (const node of [...stretch, null]) {
    if (node && !isBreak(node)) {
      line.push(node);
      continue;
    }
    if (!isRemoved(line, search)) kept.push(node ? [...line, node] : line);
    line = [];
  }
  return withoutLastBreak(kept.flat());
}

function withoutLastBreak(nodes: readonly ElementContent[]): ElementContent[] {
  const last = nodes.at(-1);
  return last && isBreak(last) ? nodes.slice(0, -1) : [...nodes];
}

function isRemoved(nodes: ElementContent[], { isFooter, removed }: Search): boolean {
  const text = canonicalText({ type: 'root', children: nodes });
  const isOne = isFooter(text);
  if (isOne) removed.push(text);
  return isOne;
}

function isBlock(node: ElementContent): node is Element {
  return node.type === 'element' && !INLINE_ELEMENTS.has(node.tagName);
}

/** A row says nothing when its cells do not. */
function saysSomething(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() !== '';
  if (node.type !== 'element' || isBreak(node)) return false;
  return node.tagName === 'td' || node.tagName === 'th' ? node.children.length > 0 : true;
}
