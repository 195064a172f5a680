import type { Element, Nodes, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { hasContent } from './content.ts';

const WRAPPERS: ReadonlySet<string> = new Set(['aside', 'div', 'dl', 'section', 'span']);
const CAPTIONS: ReadonlySet<string> = new Set(['dd', 'div', 'p', 'small', 'span']);
const CAPTION_CLASS =
  /^(?:wp-caption-text|(?:image|img|photo|media|picture|figure)?[-_]?caption(?:[-_]?text)?)$/i;

/**
 * Systems from before `figure` put an image and a paragraph of a class like `wp-caption-text` into
 * a wrapper. Where a wrapper has nothing but pictures and one such caption, it is a figure.
 */
export function markCaptions(root: Root): void {
  visit(root, 'element', (node) => {
    if (!WRAPPERS.has(node.tagName)) return;
    const [caption, ...others] = node.children.filter(isCaption);
    if (!caption || others.length > 0) return;
    const shown = node.children.filter((child) => child !== caption);
    if (hasWords(shown) || !hasContent(shown)) return;
    node.tagName = 'figure';
    caption.tagName = 'figcaption';
  });
}

function isCaption(node: Nodes): node is Element {
  if (node.type !== 'element' || !CAPTIONS.has(node.tagName)) return false;
  const { className } = node.properties;
  const names = Array.isArray(className) ? className : [];
  return names.some((name) => CAPTION_CLASS.test(String(name))) && !hasPicture([node]);
}

function hasPicture(nodes: readonly Nodes[]): boolean {
  return nodes.some((node) => 'children' in node && (isPicture(node) || hasPicture(node.children)));
}

function isPicture(node: Nodes): boolean {
  return node.type === 'element' && node.tagName === 'img';
}

function hasWords(nodes: readonly Nodes[]): boolean {
  return nodes.some((node) => {
    if (node.type === 'text') return /\S/.test(node.value);
    return 'children' in node && hasWords(node.children);
  });
}
