import type { Nodes } from 'hast';
import { INLINE_ELEMENTS } from '../intake/index.ts';

/**
 * The words of a body as an editor reads them one after the other: a paragraph, a heading, an item,
 * a caption, a row of a table. None is empty.
 */
export function bodyParagraphs(body: Nodes): string[] {
  const paragraphs: string[] = [];
  let line = '';
  const flush = () => {
    const text = line.replace(/\s+/g, ' ').trim();
    if (text !== '') paragraphs.push(text);
    line = '';
  };
  const read = (node: Nodes): void => {
    if (node.type === 'text') line += node.value;
    if (node.type !== 'element' && node.type !== 'root') return;
    if (node.type === 'element' && INLINE_ELEMENTS.has(node.tagName)) {
      line += node.tagName === 'br' ? ' ' : '';
      node.children.forEach(read);
      return;
    }
    flush();
    if (node.type === 'element' && node.tagName === 'tr') line = rowOf(node.children);
    else node.children.forEach(read);
    flush();
  };
  read(body);
  return paragraphs;
}

function rowOf(cells: readonly Nodes[]): string {
  return cells
    .filter((cell) => cell.type === 'element')
    .map((cell) => bodyParagraphs(cell).join(' '))
    .join(' | ');
}
