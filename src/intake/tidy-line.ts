import type { Element, ElementContent } from 'hast';
import { cleanCharacters } from '../domain/characters.ts';
import { INLINE_ELEMENTS } from './schema.ts';

interface Line {
  /** Links do not nest; the inner one keeps its text. */
  insideLink: boolean;
  keepSpace: boolean;
}

/** The content of one line of running text, whatever stood in it: only inline elements are left. */
export function tidyLine(nodes: readonly ElementContent[]): ElementContent[] {
  return trimEnds(tidy(nodes, { insideLink: false, keepSpace: false }), /^\s+/, /\s+$/);
}

/** The same with white space kept. The parser eats the first line break of a `pre`. */
export function tidyPreformatted(nodes: readonly ElementContent[]): ElementContent[] {
  return trimEnds(tidy(nodes, { insideLink: false, keepSpace: true }), /^\n+/, /\s+$/);
}

function tidy(nodes: readonly ElementContent[], line: Line): ElementContent[] {
  const parts = nodes.flatMap((node) => {
    if (node.type === 'text') return [node];
    return node.type === 'element' ? tidyElement(node, line) : [];
  });
  return mergeTexts(parts, line.keepSpace);
}

function tidyElement(node: Element, line: Line): ElementContent[] {
  if (node.tagName === 'br' || node.tagName === 'img') return isUsable(node) ? [node] : [];
  const isLink = node.tagName === 'a';
  const children = tidy(node.children, { ...line, insideLink: line.insideLink || isLink });
  if (!INLINE_ELEMENTS.has(node.tagName)) return apart(children);
  if (isLink && (line.insideLink || !node.properties.href)) return children;
  return children.length > 0 ? [{ ...node, children }] : [];
}

function isUsable({ tagName, properties }: Element): boolean {
  return tagName !== 'img' || Boolean(properties.src);
}

/** A block inside a line parts its words from those around it. */
function apart(children: ElementContent[]): ElementContent[] {
  return [{ type: 'text', value: ' ' }, ...children, { type: 'text', value: ' ' }];
}

function mergeTexts(nodes: readonly ElementContent[], keepSpace: boolean): ElementContent[] {
  const merged: ElementContent[] = [];
  let pending: string[] = [];
  const flush = () => {
    const text = cleanCharacters(pending.join(''));
    const value = keepSpace ? text : text.replace(/[ \t\n]+/g, ' ');
    if (value !== '') merged.push({ type: 'text', value });
    pending = [];
  };
  for (const node of nodes) {
    if (node.type === 'text') {
      pending.push(node.value);
      continue;
    }
    flush();
    merged.push(node);
  }
  flush();
  return merged;
}

function trimEnds(nodes: readonly ElementContent[], start: RegExp, end: RegExp): ElementContent[] {
  const left = [...nodes];
  while (isTrimmed(left, 0, start)) left.shift();
  while (isTrimmed(left, left.length - 1, end)) left.pop();
  return left;
}

/** Trims the node at one end; true when nothing of it is left. */
function isTrimmed(nodes: ElementContent[], index: number, edge: RegExp): boolean {
  const node = nodes[index];
  if (node?.type === 'element') return node.tagName === 'br';
  if (node?.type !== 'text') return false;
  const value = node.value.replace(edge, '');
  nodes[index] = { type: 'text', value };
  return value === '';
}
