import type { Element, ElementContent, Root } from 'hast';

const HIDING_STYLES = [
  /(?:^|[;\s])display\s*:\s*none/i,
  /(?:^|[;\s])visibility\s*:\s*hidden/i,
  /(?:^|[;\s])opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)/i,
  /(?:^|[;\s])(?:max-)?(?:width|height)\s*:\s*(?:[01]|0?\.\d+)(?:px)?\s*(?:;|!|$)/i,
];

const WATCHING = /^(?:img|iframe|video|audio|object|embed|amp-(?:img|iframe|video))$/;

/** Takes out images and embeds that no reader would see: they are there to tell somebody who reads. */
export function dropHidden(root: Root): void {
  root.children = root.children.filter((node) => node.type !== 'element' || isKept(node, false));
}

function isKept(node: Element, isWithinHidden: boolean): boolean {
  const hidden = isWithinHidden || isHidden(node);
  if (WATCHING.test(node.tagName) && (hidden || isPixel(node))) return false;
  node.children = node.children.filter(
    (child: ElementContent) => child.type !== 'element' || isKept(child, hidden),
  );
  return true;
}

function isPixel({ properties }: Element): boolean {
  return [properties.width, properties.height].some(
    (size) => Number.parseFloat(String(size ?? 2)) <= 1,
  );
}

function isHidden({ properties }: Element): boolean {
  const { hidden, style } = properties;
  const css = typeof style === 'string' ? style : '';
  return (hidden ?? false) !== false || HIDING_STYLES.some((pattern) => pattern.test(css));
}
