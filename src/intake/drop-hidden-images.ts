import type { Element, Nodes, Root } from 'hast';
import { visitParents } from 'unist-util-visit-parents';

const HIDING_STYLES = [
  /(?:^|[;\s])display\s*:\s*none/i,
  /(?:^|[;\s])visibility\s*:\s*hidden/i,
  /(?:^|[;\s])opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)/i,
  /(?:^|[;\s])(?:max-)?(?:width|height)\s*:\s*(?:[01]|0?\.\d+)(?:px)?\s*(?:;|!|$)/i,
];

/**
 * Takes the source from images that no reader would see, and so the image itself, since one
 * without a source is not kept: they are there to tell somebody who reads.
 */
export function dropHiddenImages(root: Root): void {
  visitParents(root, 'element', (node, ancestors) => {
    if (node.tagName !== 'img') return;
    if (isPixel(node) || [...ancestors, node].some(isHidden)) delete node.properties.src;
  });
}

function isPixel({ properties }: Element): boolean {
  return [properties.width, properties.height].some(
    (size) => Number.parseFloat(String(size ?? 2)) <= 1,
  );
}

function isHidden(node: Nodes): boolean {
  if (node.type !== 'element') return false;
  const { hidden, style } = node.properties;
  const css = typeof style === 'string' ? style : '';
  return (hidden ?? false) !== false || HIDING_STYLES.some((pattern) => pattern.test(css));
}
