import type { Element, ElementContent, Nodes } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { arrangeBlocks } from './arrange-blocks.ts';
import { dropHiddenImages } from './drop-hidden-images.ts';
import { parseHtml } from './parse-html.ts';
import { schema } from './schema.ts';
import { settleElements } from './settle-elements.ts';

/**
 * The blocks of an article out of anybody's HTML: nothing that runs, tracks or styles is left.
 *
 * @throws DomainError `invalid-request` for markup that cannot be read in bounded time
 */
export function cleanHtml(html: string): Element[] {
  const root = parseHtml(html);
  dropHiddenImages(root);
  settleElements(root);
  return arrangeBlocks(childrenOf(sanitize(root, schema)));
}

/** The sanitiser gives a lone child in the place of its root. */
function childrenOf(safe: Nodes): ElementContent[] {
  const nodes = safe.type === 'root' ? safe.children : [safe];
  return nodes.filter((node) => node.type === 'element' || node.type === 'text');
}
