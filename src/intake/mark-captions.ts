import type { Element, Nodes, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { hasContent } from './content.ts';

const WRAPPERS: ReadonlySet<string> = new Set(['aside', 'div', 'dl', 'figure', 'section', 'span']);
const LABELS: ReadonlySet<string> = new Set(['dd', 'div', 'p', 'small', 'span']);
const CAPTION_CLASS =
  /^(?:wp-caption-text|(?:image|img|photo|media|picture|figure)?[-_]?caption(?:[-_]?text)?)$/i;
const CREDIT_CLASS =
  /^(?:image|img|photo|media|picture|figure|caption)?[-_]?(?:attribution|copyright|credits?|source)$/i;

/**
 * Systems from before `figure` put an image and a paragraph of a class like `wp-caption-text` into
 * a wrapper. Where a wrapper has nothing but pictures, one such caption and credits, it is a figure.
 */
export function markCaptions(root: Root): void {
  visit(root, 'element', (node, _, parent) => {
    if (!WRAPPERS.has(node.tagName)) return;
    const captions = node.children.filter((child) => isCaption(child, node));
    const credits = node.children.filter((child) => isLabel(child, CREDIT_CLASS));
    if (captions.length > 1 || captions.length + credits.length === 0) return;
    const labels = new Set<Nodes>([...captions, ...credits]);
    const shown = node.children.filter((child) => !labels.has(child));
    if (hasWords(shown) || !hasContent(shown)) return;
    node.tagName = isWholeFigure(node, parent) ? 'div' : 'figure';
    for (const label of [...captions, ...credits]) label.tagName = 'figcaption';
  });
}

/** A figure that says nothing else takes the caption for its own. */
function isWholeFigure(node: Element, parent: Nodes | undefined): boolean {
  if (!isElement(parent, 'figure')) return false;
  return !hasWords(parent.children.filter((child) => child !== node));
}

function isCaption(node: Nodes, parent: Element): node is Element {
  const isStandard = parent.tagName === 'figure' && isElement(node, 'figcaption');
  return isStandard || isLabel(node, CAPTION_CLASS);
}

function isLabel(node: Nodes, names: RegExp): node is Element {
  if (node.type !== 'element' || !LABELS.has(node.tagName)) return false;
  const { className } = node.properties;
  const isNamed = Array.isArray(className) && className.some((name) => names.test(String(name)));
  return isNamed && !hasPicture([node]);
}

function hasPicture(nodes: readonly Nodes[]): boolean {
  return nodes.some(
    (node) => 'children' in node && (isElement(node, 'img') || hasPicture(node.children)),
  );
}

function isElement(node: Nodes | undefined, tagName: string): node is Element {
  return node?.type === 'element' && node.tagName === tagName;
}

function hasWords(nodes: readonly Nodes[]): boolean {
  return nodes.some((node) => {
    if (node.type === 'text') return /\S/.test(node.value);
    return 'children' in node && hasWords(node.children);
  });
}
