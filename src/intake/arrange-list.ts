import type { Element, ElementContent } from 'hast';
import { type Arrange, arrangeItem } from './arrange-item.ts';

/** A list of items and nothing else: what stands between them becomes an item of its own. */
export function arrangeList(list: Element, arrange: Arrange): Element[] {
  const items: Element[] = [];
  let loose: ElementContent[] = [];
  const flush = () => {
    items.push(
      ...item({ type: 'element', tagName: 'li', properties: {}, children: loose }, arrange),
    );
    loose = [];
  };
  for (const child of list.children) {
    if (child.type !== 'element' || child.tagName !== 'li') {
      loose.push(child);
      continue;
    }
    flush();
    items.push(...item(child, arrange));
  }
  flush();
  return items.length > 0 ? [{ ...list, children: items }] : [];
}

function item(node: Element, arrange: Arrange): Element[] {
  const children = arrangeItem(node.children, arrange);
  return children.length > 0 ? [{ ...node, children }] : [];
}
