import type { Element, ElementContent } from 'hast';

/** Makes blocks of what stands in a place; handed in, because places nest in one another. */
export type Arrange = (nodes: readonly ElementContent[]) => Element[];

/** The content of an item, a cell or a caption: one line of text, or else blocks. */
export function arrangeItem(nodes: readonly ElementContent[], arrange: Arrange): ElementContent[] {
  const blocks = arrange(nodes);
  const [first] = blocks;
  const isLine = blocks.length === 1 && first?.tagName === 'p' && !first.properties.lang;
  return isLine && !first.properties.dir ? first.children : blocks;
}
