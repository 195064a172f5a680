import type { Element, ElementContent } from 'hast';
import { isInline } from './inline.ts';
import { plainLine, plainPreformatted } from './plain-line.ts';

type Plain = (block: Element) => string[];

const PLAIN: Readonly<Record<string, Plain>> = {
  blockquote: ({ children }) => plainBlocks(children),
  figcaption: ({ children }) => plainBlocks(children),
  figure: ({ children }) => plainBlocks(children),
  hr: () => ['* * *'],
  ol: (list) => [plainList(list)],
  pre: ({ children }) => [plainPreformatted(children)],
  table: plainTable,
  ul: (list) => [plainList(list)],
};

/** Blocks as paragraphs of plain text, none of them empty; a paragraph may have several lines. */
export function plainBlocks(nodes: readonly ElementContent[]): string[] {
  const paragraphs: string[] = [];
  let line: ElementContent[] = [];
  const flush = () => {
    paragraphs.push(plainLine(line));
    line = [];
  };
  for (const node of nodes) {
    if (node.type !== 'element' || isInline(node)) {
      line.push(node);
      continue;
    }
    flush();
    paragraphs.push(...plainBlock(node));
  }
  flush();
  return paragraphs.filter((paragraph) => paragraph !== '');
}

function plainBlock(block: Element): string[] {
  return PLAIN[block.tagName]?.(block) ?? [plainLine(block.children)];
}

function plainList({ tagName, properties, children }: Element): string {
  const items = elements(children);
  const step = properties.reversed ? -1 : 1;
  let next = Number(properties.start ?? (properties.reversed ? items.length : 1));
  const lines = items.map((item) => {
    const number = Number(item.properties.value ?? next);
    next = number + step;
    return plainItem(item, tagName === 'ol' ? `${number}. ` : '- ');
  });
  return lines.join('\n');
}

function plainItem(item: Element, marker: string): string {
  const lines = plainBlocks(item.children).join('\n');
  return marker + lines.replace(/\n(?!\n)/g, `\n${' '.repeat(marker.length)}`);
}

/** The caption, then a line for each row. */
function plainTable({ children }: Element): string[] {
  const parts = elements(children);
  const isCaption = ({ tagName }: Element) => tagName === 'caption';
  const captions = parts.filter(isCaption).flatMap((caption) => plainBlocks(caption.children));
  const rows = parts
    .filter((part) => !isCaption(part))
    .flatMap((group) => elements(group.children));
  return [...captions, rows.map(plainRow).join('\n')];
}

function plainRow({ children }: Element): string {
  const cells = elements(children).map((cell) => plainBlocks(cell.children).join(' '));
  return cells.join(' | ').replace(/\s+/g, ' ').trim();
}

function elements(nodes: readonly ElementContent[]): Element[] {
  return nodes.filter((node) => node.type === 'element');
}
