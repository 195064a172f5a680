import type { Element, ElementContent } from 'hast';
import { arrangeFigure } from './arrange-figure.ts';
import type { Arrange } from './arrange-item.ts';
import { arrangeList } from './arrange-list.ts';
import { arrangeTable } from './arrange-table.ts';
import { hasContent } from './content.ts';
import { INLINE_ELEMENTS } from './schema.ts';
import { tidyLine, tidyPreformatted } from './tidy-line.ts';

const LINES: ReadonlySet<string> = new Set(['p', 'h2', 'h3', 'h4', 'h5', 'h6']);

const ARRANGED: Readonly<Record<string, (node: Element, arrange: Arrange) => Element[]>> = {
  blockquote: (node) => ifAny(node, arrangeBlocks(node.children)),
  figure: arrangeFigure,
  hr: (node) => [{ ...node, children: [] }],
  ol: arrangeList,
  p: arrangeParagraph,
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
  const blocks: Element[] = [];
  let loose: ElementContent[] = [];
  const flush = () => {
    blocks.push(...line(paragraph(loose)));
    loose = [];
  };
  for (const node of nodes) {
    if (node.type !== 'element' || isInline(node)) {
      loose.push(node);
      continue;
    }
    flush();
    blocks.push(...arrangeBlock(node));
  }
  flush();
  return blocks;
}

function arrangeBlock(node: Element): Element[] {
  if (INLINE_ELEMENTS.has(node.tagName)) return handDown(node);
  const arrange = ARRANGED[node.tagName];
  if (arrange) return arrange(node, arrangeBlocks);
  return LINES.has(node.tagName) ? line(node) : arrangeBlocks(node.children);
}

/** A link or an emphasis around blocks goes into those that are lines; the others do without. */
function handDown(node: Element): Element[] {
  return arrangeBlocks(node.children).flatMap((block) =>
    LINES.has(block.tagName)
      ? line({ ...block, children: [{ ...node, children: block.children }] })
      : [block],
  );
}

function arrangeParagraph(node: Element): Element[] {
  return node.children.every(isInline) ? line(node) : arrangeBlocks(node.children);
}

function paragraph(children: ElementContent[]): Element {
  return { type: 'element', tagName: 'p', properties: {}, children };
}

function line(node: Element): Element[] {
  return ifAny(node, tidyLine(node.children));
}

function ifAny(node: Element, children: ElementContent[]): Element[] {
  return hasContent(children) ? [{ ...node, children }] : [];
}

function isInline(node: ElementContent): boolean {
  if (node.type !== 'element') return true;
  return INLINE_ELEMENTS.has(node.tagName) && node.children.every(isInline);
}
