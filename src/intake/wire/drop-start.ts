import type { Element, ElementContent } from 'hast';
import { isBreak } from './breaks.ts';

/**
 * A line without its first characters, counted over its text as it stands in the tree; elements
 * that are left with nothing go.
 */
export function dropStart(line: Element, length: number): Element {
  return { ...line, children: dropped(line.children, length) };
}

function dropped(nodes: readonly ElementContent[], length: number): ElementContent[] {
  const kept: ElementContent[] = [];
  let left = length;
  for (const node of nodes) {
    const size = sizeOf(node);
    if (left === 0) kept.push(node);
    else if (left < size || (size === 0 && node.type === 'element' && node.tagName === 'img')) {
      kept.push(shortened(node, left));
    }
    left = Math.max(0, left - size);
  }
  return trimmed(kept);
}

function shortened(node: ElementContent, length: number): ElementContent {
  if (node.type === 'text') return { ...node, value: node.value.slice(length) };
  return node.type === 'element' ? { ...node, children: dropped(node.children, length) } : node;
}

function sizeOf(node: ElementContent): number {
  if (node.type === 'text') return node.value.length;
  if (isBreak(node)) return 1;
  return node.type === 'element' ? node.children.reduce((sum, child) => sum + sizeOf(child), 0) : 0;
}

/** A line begins with neither a space nor a break. */
function trimmed(nodes: readonly ElementContent[]): ElementContent[] {
  const [first, ...rest] = nodes;
  if (first && isBreak(first)) return trimmed(rest);
  if (first?.type !== 'text') return [...nodes];
  const value = first.value.trimStart();
  return value === '' ? trimmed(rest) : [{ ...first, value }, ...rest];
}

/** The text of a line as it stands in the tree; `dropStart` counts in it. */
export function rawText(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (isBreak(node)) return '\n';
  return node.type === 'element' ? node.children.map(rawText).join('') : '';
}
