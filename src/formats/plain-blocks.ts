import type { Element, ElementContent } from 'hast';
import { isInline } from './inline.ts';
import { plainLine, plainPreformatted } from './plain-line.ts';

/** One line of a paragraph of plain text. */
export interface Line {
  text: string;
  /** Preformatted, or a row of a table: it says something else once it is broken. */
  isWhole: boolean;
}

/** What blank lines part: the lines of a sentence or a verse, the items of a list, rows. */
export type Paragraph = readonly Line[];

type Plain = (block: Element) => Paragraph[];

const PLAIN: Readonly<Record<string, Plain>> = {
  blockquote: ({ children }) => plainBlocks(children),
  figcaption: ({ children }) => plainBlocks(children),
  figure: ({ children }) => plainBlocks(children),
  hr: () => [paragraphOf('* * *')],
  ol: (list) => [plainList(list)],
  pre: ({ children }) => [paragraphOf(plainPreformatted(children), true)],
  table: plainTable,
  ul: (list) => [plainList(list)],
};

/** Blocks as paragraphs of plain text, none of them empty. */
export function plainBlocks(nodes: readonly ElementContent[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let line: ElementContent[] = [];
  const flush = () => {
    paragraphs.push(paragraphOf(plainLine(line)));
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
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

/** The lines of a text; none of an empty one. */
export function paragraphOf(text: string, isWhole = false): Paragraph {
  return text === '' ? [] : text.split('\n').map((line) => ({ text: line, isWhole }));
}

export function textOf(paragraph: Paragraph): string {
  return paragraph.map(({ text }) => text).join('\n');
}

function plainBlock(block: Element): Paragraph[] {
  return PLAIN[block.tagName]?.(block) ?? [paragraphOf(plainLine(block.children))];
}

function plainList({ tagName, properties, children }: Element): Paragraph {
  const items = elements(children);
  const step = properties.reversed ? -1 : 1;
  let next = Number(properties.start ?? (properties.reversed ? items.length : 1));
  return items.flatMap((item) => {
    const number = Number(item.properties.value ?? next);
    next = number + step;
    return plainItem(item, tagName === 'ol' ? `${number}. ` : '- ');
  });
}

/** The marker, and the other lines below the words that follow it. */
function plainItem(item: Element, marker: string): Paragraph {
  const [first, ...others] = plainBlocks(item.children).flat();
  const indent = ' '.repeat(marker.length);
  const { text = '', isWhole = false } = first ?? {};
  return [
    { text: marker + text, isWhole },
    ...others.map((line) => ({ ...line, text: line.text && indent + line.text })),
  ];
}

/** The caption, then a line for each row. */
function plainTable({ children }: Element): Paragraph[] {
  const parts = elements(children);
  const isCaption = ({ tagName }: Element) => tagName === 'caption';
  const captions = parts.filter(isCaption).flatMap((caption) => plainBlocks(caption.children));
  const rows = parts
    .filter((part) => !isCaption(part))
    .flatMap((group) => elements(group.children));
  return [...captions, rows.map((row) => ({ text: plainRow(row), isWhole: true }))];
}

function plainRow({ children }: Element): string {
  const cells = elements(children).map((cell) => plainBlocks(cell.children).map(textOf).join(' '));
  return cells.join(' | ').replace(/\s+/g, ' ').trim();
}

function elements(nodes: readonly ElementContent[]): Element[] {
  return nodes.filter((node) => node.type === 'element');
}
