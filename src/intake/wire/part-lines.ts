import type { Element, ElementContent } from 'hast';
import { hasContent } from '../content.ts';
import type { LineKinds } from '../paragraphs.ts';
import { isBreak } from './breaks.ts';
import { type Line, lineOf } from './line.ts';

/**
 * Parts paragraphs at a blank line, which is two breaks in a row, and at single breaks where one of
 * the lines is something that stands on its own: a by line, a heading, an end mark. A paragraph of
 * verse stays one, and so does a notice.
 */
export function partLines(lines: readonly Line[], { isNotice, standsAlone }: LineKinds): Line[] {
  return lines.flatMap((line) => {
    const isParted = line.block.tagName === 'p' && line.block.children.some(isBreak);
    if (!isParted || isNotice(line.text)) return [line];
    return paragraphsOf(line.block).flatMap((paragraph) => {
      const parts = partsOf(paragraph).map(lineOf);
      const isApart = parts.length > 1 && parts.some(({ text }) => standsAlone(text));
      return isApart ? parts : [lineOf(paragraph)];
    });
  });
}

/** What is between blank lines. */
function paragraphsOf(paragraph: Element): Element[] {
  const parts: ElementContent[][] = [[]];
  let breaks: ElementContent[] = [];
  for (const child of paragraph.children) {
    if (isBreak(child)) breaks.push(child);
    else if (breaks.length === 0 || !isBlank(child)) {
      if (breaks.length > 1) parts.push([child]);
      else parts.at(-1)?.push(...breaks, child);
      breaks = [];
    }
  }
  return withContent(paragraph, parts);
}

function isBlank(node: ElementContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

function partsOf(paragraph: Element): Element[] {
  const parts: ElementContent[][] = [[]];
  for (const child of paragraph.children) {
    if (isBreak(child)) parts.push([]);
    else parts.at(-1)?.push(child);
  }
  return withContent(paragraph, parts);
}

function withContent(paragraph: Element, parts: readonly ElementContent[][]): Element[] {
  const filled = parts.filter(hasContent);
  return filled.map((children) => ({ ...paragraph, children: trimmed(children) }));
}

/** A line has no spaces at its ends. */
function trimmed(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.map((node, index) => {
    if (node.type !== 'text') return node;
    const from = index === 0 ? node.value.trimStart() : node.value;
    return { ...node, value: index === nodes.length - 1 ? from.trimEnd() : from };
  });
}
