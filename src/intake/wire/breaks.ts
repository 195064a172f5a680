import type { ElementContent } from 'hast';

/** Whether it is where a line of a paragraph ends. */
export function isBreak(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'br';
}
