import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { parseHtml } from './parse-html.ts';

/** The tree of a body that was taken in: blocks and nothing else. */
export function readBody(html: string): Root {
  const children = parseHtml(html).children.filter((node) => node.type === 'element');
  return { type: 'root', children };
}

/** HTML of blocks, a line for each; escaped by the serialiser. */
export function writeHtml(blocks: readonly Element[]): string {
  const children = blocks.flatMap((block, index) =>
    index === 0 ? [block] : [{ type: 'text' as const, value: '\n' }, block],
  );
  return toHtml({ type: 'root', children }, { characterReferences: { useNamedReferences: true } });
}
