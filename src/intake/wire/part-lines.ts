import type { Element, ElementContent } from 'hast';
import { hasContent } from '../content.ts';
import { type Line, lineOf } from './line.ts';

/**
 * Parts paragraphs at their line breaks where one of the lines is something that stands on its own:
 * a by line, a heading, a footer. A paragraph of verse stays one.
 */
export function partLines(lines: readonly Line[], standsAlone: (text: string) => boolean): Line[] {
  return lines.flatMap((line) => {
    if (line.block.tagName !== 'p' || !line.block.children.some(isBreak)) return [line];
    const parts = partsOf(line.block).map(lineOf);
    return parts.length > 1 && parts.some(({ text }) => standsAlone(text)) ? parts : [line];
  });
}

/** An element for each of its lines; empty lines are none. */
export function partsOf(element: Element): Element[] {
  const parts: ElementContent[][] = [[]];
  for (const child of element.children) {
    if (isBreak(child)) parts.push([]);
    else parts.at(-1)?.push(child);
  }
  return parts.filter(hasContent).map((children) => ({ ...element, children: trimmed(children) }));
}

/** The element with these lines, a break between each and the next. */
export function breakLine(element: Element, parts: readonly Element[]): Element {
  const children = parts.flatMap((part, index) =>
    index === 0 ? part.children : [BREAK, ...part.children],
  );
  return { ...element, children };
}

const BREAK: Element = { type: 'element', tagName: 'br', properties: {}, children: [] };

/** A line has no spaces at its ends. */
function trimmed(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.map((node, index) => {
    if (node.type !== 'text') return node;
    const from = index === 0 ? node.value.trimStart() : node.value;
    return { ...node, value: index === nodes.length - 1 ? from.trimEnd() : from };
  });
}

function isBreak(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'br';
}
