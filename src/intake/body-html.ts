import type { Element, Root } from 'hast';
import { toParse5 } from 'hast-util-to-parse5';
import { type DefaultTreeAdapterTypes, serialize } from 'parse5';
import { parseHtml } from './parse-html.ts';

/** The tree of a body that was taken in: blocks and nothing else. */
export function readBody(html: string): Root {
  const children = parseHtml(html).children.filter((node) => node.type === 'element');
  return { type: 'root', children };
}

/** HTML of blocks, a line for each; escaped as the standard's own serialisation does it. */
export function writeHtml(blocks: readonly Element[]): string {
  const children = blocks.flatMap((block, index) =>
    index === 0 ? [block] : [{ type: 'text' as const, value: '\n' }, block],
  );
  // A root becomes a document, which the types of the conversion do not say.
  const root = toParse5({ type: 'root', children });
  return serialize(root as DefaultTreeAdapterTypes.Document);
}
