import type { Element, ElementContent } from 'hast';
import { arrangeCaption } from './arrange-caption.ts';
import type { Arrange } from './arrange-item.ts';

/** Pictures (or a table, a quotation) with one caption, which comes last. */
export function arrangeFigure(figure: Element, arrange: Arrange): Element[] {
  const parts = figure.children.flatMap((child) =>
    wrapsCaption(child) ? child.children : [child],
  );
  const captions = parts.filter(isCaption);
  const shown = parts.filter((part) => !isCaption(part));
  const blocks = arrange(shown);
  const bared = blocks.length === 1 ? blocks.flatMap(bareLink) : blocks.flatMap(bare);
  const children = [...bared, ...arrangeCaption(captions, arrange)];
  return children.length > 0 ? [{ ...figure, children }] : [];
}

/** A paragraph of pictures alone is no paragraph. */
function bare(block: Element): ElementContent[] {
  return block.tagName === 'p' && block.children.every(isPicture) ? block.children : [block];
}

/** Nor is one that is a link alone, as embeds become. */
function bareLink(block: Element): ElementContent[] {
  const [link, ...others] = block.children;
  const isLink = link?.type === 'element' && link.tagName === 'a' && others.length === 0;
  return isLink && block.tagName === 'p' ? [link] : bare(block);
}

function isPicture(node: ElementContent): boolean {
  if (node.type !== 'element') return false;
  return node.tagName === 'img' || (node.tagName === 'a' && node.children.every(isPicture));
}

function isCaption(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'figcaption';
}

function wrapsCaption(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'div' && node.children.some(isCaption);
}
