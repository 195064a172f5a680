import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { Portion } from '../domain/terms.ts';
import { canonicalText, countWords } from '../intake/index.ts';
import { isInline } from './inline.ts';
import { sentenceEnd, wordEnd } from './sentence-end.ts';

/** What introduces or parts paragraphs and is nothing without one. */
const BETWEEN: ReadonlySet<string> = new Set(['h2', 'h3', 'h4', 'h5', 'h6', 'hr']);
/** What may end early, between or inside the blocks it holds. */
const OPEN: ReadonlySet<string> = new Set(['blockquote', 'li', 'ol', 'ul']);

/**
 * The part of a body that is licensed: whole blocks, and of the first that is too long as many whole
 * sentences as fit. Only where the first sentence of all is too long does it end between words.
 *
 * @param language BCP 47, of the body
 */
export function portionOf(body: Root, portion: Portion, language: string): Root {
  if (portion === 'full') return body;
  const children =
    'maxWords' in portion
      ? firstWords(body, portion.maxWords, language)
      : firstParagraphs(blocksOf(body), portion.maxParagraphs);
  return { ...body, children };
}

function blocksOf(node: Root | Element): Element[] {
  const children: readonly RootContent[] = node.children;
  return children.filter((child) => child.type === 'element');
}

function firstParagraphs(blocks: readonly Element[], most: number): Element[] {
  let left = most;
  const kept = blocks.filter((block) => {
    if (left > 0 && !BETWEEN.has(block.tagName)) left -= 1;
    else if (left === 0) return false;
    return true;
  });
  return withoutTail(kept);
}

function firstWords(body: Root, most: number, language: string): Element[] {
  const kept = within(blocksOf(body), most, (text, left) => sentenceEnd(text, left, language));
  return kept.length > 0 ? kept : within(blocksOf(body), most, wordEnd);
}

type End = (text: string, maxWords: number) => number | null;

/** Blocks until the words are used up. */
function within(blocks: readonly Element[], most: number, end: End): Element[] {
  const kept: Element[] = [];
  let left = most;
  for (const block of blocks) {
    const count = countWords(canonicalText(block));
    if (count > left) {
      const part = partOf(block, left, end);
      return withoutTail(part ? [...kept, part] : kept);
    }
    kept.push(block);
    left -= count;
  }
  return kept;
}

function partOf(block: Element, most: number, end: End): Element | null {
  if (block.tagName !== 'p' && !OPEN.has(block.tagName)) return null;
  const holdsBlocks = block.children.some((child) => !isInline(child));
  const children = holdsBlocks ? within(blocksOf(block), most, end) : line(block, most, end);
  return children.length > 0 ? { ...block, children } : null;
}

function line(block: Element, most: number, end: End): ElementContent[] {
  const length = end(lineText(block), most);
  return length ? cut(block.children, length) : [];
}

/** The words of a line, a character for each that `cut` counts. */
function lineText(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  return node.tagName === 'br' ? '\n' : node.children.map(lineText).join('');
}

/** The first so many characters of a line, with the markup around them. */
function cut(nodes: readonly ElementContent[], length: number): ElementContent[] {
  const kept: ElementContent[] = [];
  let left = length;
  for (const node of nodes) {
    if (left <= 0) break;
    const size = lineText(node).length;
    if (size <= left) kept.push(node);
    else if (node.type === 'text')
      kept.push({ ...node, value: node.value.slice(0, left).trimEnd() });
    else if (node.type === 'element') kept.push({ ...node, children: cut(node.children, left) });
    left -= size;
  }
  return kept;
}

function withoutTail(blocks: readonly Element[]): Element[] {
  const last = blocks.findLastIndex(({ tagName }) => !BETWEEN.has(tagName));
  return blocks.slice(0, last + 1);
}
