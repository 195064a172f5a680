import type { Element, ElementContent } from 'hast';
import { hasContent } from '../content.ts';
import type { LineKinds } from '../paragraphs.ts';
import { isBreak } from './breaks.ts';
import { type Line, lineOf } from './line.ts';

/**
 * Parts paragraphs at their line breaks where one of the lines is something that stands on its own:
 * a by line, a heading, an end mark. A paragraph of verse stays one, and so does a notice.
 */
export function partLines(lines: readonly Line[], { isNotice, standsAlone }: LineKinds): Line[] {
  return lines.flatMap((line) => {
    const isParted = line.block.tagName === 'p' && line.block.children.some(isBreak);
    if (!isParted || isNotice(line.text)) return [line];
    const parts = partsOf(line.block).map(lineOf);
    return parts.length > 1 && parts.some(({ text }) => standsAlone(text)) ? parts : [line];
  });
}

function partsOf(paragraph: Element): Element[] {
  const parts: ElementContent[][] = [[]];
  for (const child of paragraph.children) {
    if (isBreak(child)) parts.push([]);
    else parts.at(-1)?.push(child);
  }
  return parts
    .filter(hasContent)
    .map((children) => ({ ...paragraph, children: trimmed(children) }));
}

/** A line has no spaces at its ends. */
function trimmed(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.map((node, index) => {
    if (node.type !== 'text') return node;
    const from = index === 0 ? node.value.trimStart() : node.value;
    return { ...node, value: index === nodes.length - 1 ? from.trimEnd() : from };
  });
}
