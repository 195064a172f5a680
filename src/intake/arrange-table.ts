import type { Element, ElementContent } from 'hast';
import { arrangeCaption } from './arrange-caption.ts';
import { type Arrange, arrangeItem } from './arrange-item.ts';
import { hasContent } from './content.ts';

const GROUPS: ReadonlySet<string> = new Set(['thead', 'tbody', 'tfoot']);

/** A table with its caption and its rows in groups; one that shows nothing goes. */
export function arrangeTable(table: Element, arrange: Arrange): Element[] {
  const children = elements(table.children);
  const captions = children.filter(({ tagName }) => tagName === 'caption');
  const groups = children.filter(({ tagName }) => GROUPS.has(tagName));
  const rows = groups.flatMap((group) => ifAny(group, rowsOf(group, arrange)));
  if (!hasContent(rows)) return arrange(captions);
  return [{ ...table, children: [...arrangeCaption(captions, arrange), ...rows] }];
}

function rowsOf(group: Element, arrange: Arrange): Element[] {
  return elements(group.children).flatMap((row) => ifAny(row, cellsOf(row, arrange)));
}

function cellsOf(row: Element, arrange: Arrange): Element[] {
  return elements(row.children).map((cell) => ({
    ...cell,
    children: arrangeItem(cell.children, arrange),
  }));
}

function ifAny(node: Element, children: ElementContent[]): Element[] {
  return children.length > 0 ? [{ ...node, children }] : [];
}

function elements(nodes: readonly ElementContent[]): Element[] {
  return nodes.filter((node) => node.type === 'element');
}
