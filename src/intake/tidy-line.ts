import type { Element, ElementContent } from 'hast';
import { cleanCharacters } from '../domain/characters.ts';
import { dropInvisible } from './drop-invisible.ts';
import { INLINE_ELEMENTS } from './schema.ts';

interface Line {
  /** Links do not nest; the inner one keeps its text. */
  insideLink: boolean;
  keepSpace: boolean;
}

/** The content of one line of running text, whatever stood in it: only inline elements are left. */
export function tidyLine(nodes: readonly ElementContent[]): ElementContent[] {
  return trimEnds(tidy(nodes, { insideLink: false, keepSpace: false }), (text) => text.trimStart());
}

/** The same with white space kept. The parser eats the first line break of a `pre`. */
export function tidyPreformatted(nodes: readonly ElementContent[]): ElementContent[] {
  const tidied = tidy(nodes, { insideLink: false, keepSpace: true });
  return trimEnds(tidied, (text) => text.replace(/^\n+/, ''));
}

function tidy(nodes: readonly ElementContent[], line: Line): ElementContent[] {
  return mergeTexts(partsOf(nodes, line), line.keepSpace);
}

/** Texts are merged only once they are side by side where they stay, however deep they were. */
function partsOf(nodes: readonly ElementContent[], line: Line): ElementContent[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return [node];
    return node.type === 'element' ? partsOfElement(node, line) : [];
  });
}

function partsOfElement(node: Element, line: Line): ElementContent[] {
  const { tagName, children, properties } = node;
  if (tagName === 'br' || tagName === 'img') return isUsable(node) ? [node] : [];
  if (!INLINE_ELEMENTS.has(tagName)) return apart(partsOf(children, line));
  if (isEmptyMark(node) || (tagName === 'a' && line.insideLink)) return partsOf(children, line);
  const inner = tidy(children, { ...line, insideLink: line.insideLink || tagName === 'a' });
  return inner.length > 0 ? [{ ...node, properties, children: inner }] : [];
}

/** A link to nowhere, an override to no direction. */
function isEmptyMark({ tagName, properties }: Element): boolean {
  return (tagName === 'a' && !properties.href) || (tagName === 'bdo' && !properties.dir);
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
    const text = cleanCharacters(dropInvisible(pending.join('')));
    const value = keepSpace ? text : text.replace(/[ \t\n]{2,}|[\t\n]/g, ' ');
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

function trimEnds(
  nodes: readonly ElementContent[],
  trimStart: (text: string) => string,
): ElementContent[] {
  const left = [...nodes];
  while (isTrimmed(left, 0, trimStart)) left.shift();
  while (isTrimmed(left, left.length - 1, (text) => text.trimEnd())) left.pop();
  return left;
}

/** Trims the node at one end; true when nothing of it is left. */
function isTrimmed(
  nodes: ElementContent[],
  index: number,
  trim: (text: string) => string,
): boolean {
  const node = nodes[index];
  if (node?.type === 'element') return node.tagName === 'br';
  if (node?.type !== 'text') return false;
  const value = trim(node.value);
  nodes[index] = { type: 'text', value };
  return value === '';
}
