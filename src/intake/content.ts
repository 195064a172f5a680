import type { Nodes } from 'hast';

/** Whether there is anything to read or see: a word, an image. */
export function hasContent(nodes: readonly Nodes[]): boolean {
  return nodes.some((node) => {
    if (node.type === 'text') return /[^\s\p{Default_Ignorable_Code_Point}]/u.test(node.value);
    if (node.type !== 'element') return false;
    return node.tagName === 'img' || hasContent(node.children);
  });
}
