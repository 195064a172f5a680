import type { Element, Nodes } from 'hast';

/**
 * Every element below a node, in the order of the text. A visitor that knows ancestors takes ten
 * times as long, so it is kept for where there is something to visit.
 */
export function elementsIn(node: Nodes): Element[] {
  const found: Element[] = [];
  collect(node, found);
  return found;
}

function collect(node: Nodes, found: Element[]): void {
  if (!('children' in node)) return;
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    found.push(child);
    collect(child, found);
  }
}
