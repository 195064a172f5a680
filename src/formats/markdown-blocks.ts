import type { Element, ElementContent } from 'hast';
import { defaultHandlers, type Handle, type State, toMdast } from 'hast-util-to-mdast';
import type { RootContent } from 'mdast';
import { emphasisOnce } from './emphasis-once.ts';
import { superscript } from './superscript.ts';

/** Blocks of a body as Markdown's own tree: every word, none of the markup it cannot say. */
export function markdownBlocks(blocks: readonly Element[]): RootContent[] {
  const options = {
    quotes: ['“”'],
    handlers: { ...handlers, ...emphasisOnce() },
  };
  const tree = toMdast({ type: 'root', children: [...blocks] }, options);
  return tree.type === 'root' ? tree.children : [];
}

/** The caption stands before the table, since Markdown's own kind has none. */
function captionedTable(state: State, table: Element) {
  const captions = table.children.filter(isCaption);
  const rest = table.children.filter((child) => !isCaption(child));
  return [
    ...captions.flatMap((caption) => state.toFlow(state.all(caption))),
    defaultHandlers.table(state, { ...table, children: rest }),
  ];
}

function isCaption(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'caption';
}

const inner: Handle = (state, node) => state.all(node);

const handlers: Record<string, Handle> = {
  del: inner,
  ins: inner,
  sup: (_state: State, node) => [{ type: 'text', value: superscript(wordsOf(node)) }],
  table: captionedTable,
};

function wordsOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}
