import type { Element, ElementContent } from 'hast';
import { arrangeFigure } from './arrange-figure.ts';
import type { Arrange } from './arrange-item.ts';
import { arrangeList } from './arrange-list.ts';
import { arrangeTable } from './arrange-table.ts';
import { hasContent } from './content.ts';
import {
  type Inherited,
  inherit,
  marked,
  NOTHING_INHERITED,
  withMark,
  withWrapper,
} from './inherited.ts';
import { INLINE_ELEMENTS } from './schema.ts';
import { tidyLine, tidyPreformatted } from './tidy-line.ts';

const LINES: ReadonlySet<string> = new Set(['p', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Blocks that stay what they are; marks around them do not go in, language and direction do. */
const ARRANGED: Readonly<Record<string, (node: Element, arrange: Arrange) => Element[]>> = {
  blockquote: (node) => ifAny(node, arrangeBlocks(node.children)),
  figure: arrangeFigure,
  hr: (node) => [{ ...node, properties: {}, children: [] }],
  ol: arrangeList,
  pre: (node) => ifAny(node, tidyPreformatted(node.children)),
  table: arrangeTable,
  ul: arrangeList,
};

/**
 * Blocks out of whatever stands in a body, a quotation or a cell: loose text becomes paragraphs,
 * wrappers and strays give way to their content, empty blocks go. Parsing the HTML of the result
 * gives the same tree.
 */
export function arrangeBlocks(nodes: readonly ElementContent[]): Element[] {
  return blocksOf(nodes, NOTHING_INHERITED);
}

function blocksOf(nodes: readonly ElementContent[], inherited: Inherited): Element[] {
  const blocks: Element[][] = [];
  let loose: ElementContent[] = [];
  const flush = () => {
    blocks.push(line(paragraph(loose), inherited));
    loose = [];
  };
  for (const node of nodes) {
    if (node.type !== 'element' || isInline(node)) {
      loose.push(node);
      continue;
    }
    flush();
    blocks.push(arrangeBlock(node, inherited));
  }
  flush();
  return blocks.flat();
}

function arrangeBlock(node: Element, inherited: Inherited): Element[] {
  if (INLINE_ELEMENTS.has(node.tagName)) {
    return blocksOf(node.children, withMark(node, inherited));
  }
  const arrange = ARRANGED[node.tagName];
  if (arrange) return arrange(inherit(node, inherited), arrangeBlocks);
  const isLine = LINES.has(node.tagName) && (node.tagName !== 'p' || node.children.every(isInline));
  return isLine ? line(node, inherited) : blocksOf(node.children, withWrapper(node, inherited));
}

function paragraph(children: ElementContent[]): Element {
  return { type: 'element', tagName: 'p', properties: {}, children };
}

function line(node: Element, inherited: Inherited): Element[] {
  return ifAny(inherit(node, inherited), tidyLine(marked(node.children, inherited)));
}

function ifAny(node: Element, children: ElementContent[]): Element[] {
  return hasContent(children) ? [{ ...node, children }] : [];
}

function isInline(node: ElementContent): boolean {
  if (node.type !== 'element') return true;
  return INLINE_ELEMENTS.has(node.tagName) && node.children.every(isInline);
}
