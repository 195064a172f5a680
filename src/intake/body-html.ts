import type { Element, Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { toParse5 } from 'hast-util-to-parse5';
import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5';

/** The tree of a body that was taken in: blocks and nothing else. */
export function readBody(html: string): Root {
  const fragment = fromParse5(parseFragment(html, { scriptingEnabled: false }));
  const nodes = 'children' in fragment ? fragment.children : [];
  const children = nodes.filter((node) => node.type === 'element');
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
