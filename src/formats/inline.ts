import type { ElementContent } from 'hast';
import { INLINE_ELEMENTS } from '../intake/index.ts';

/** Whether a node is part of a line of running text; a `span` is a mark of ours. */
export function isInline(node: ElementContent): boolean {
  return node.type !== 'element' || node.tagName === 'span' || INLINE_ELEMENTS.has(node.tagName);
}
