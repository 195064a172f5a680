import type { Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  parseFragment,
} from 'parse5';
import { invalid } from '../domain/errors.ts';
import { MOST_ELEMENTS, tooManyElements } from './bound-elements.ts';
import { DROPPED_ELEMENTS } from './schema.ts';

type Parent = DefaultTreeAdapterTypes.ParentNode;
type Text = DefaultTreeAdapterTypes.TextNode;
type Child = DefaultTreeAdapterTypes.ChildNode;

/** No honest article nests deeper, and what walks the tree recursively stays far from the stack's end. */
const DEEPEST = 200;

/** The fragment's own root and context, which the parser makes too. */
const SCAFFOLD = 2;

/**
 * Parses a fragment of HTML as a browser without scripts does, in linear time and to a bounded
 * depth; what nests deeper keeps its text.
 *
 * @throws DomainError `invalid-request` for too many elements, or when unclosed formatting would
 *   multiply them
 */
export function parseHtml(html: string): Root {
  const fragment = parseFragment(html, {
    treeAdapter: boundedAdapter(html),
    // What is shown where no script runs is read as markup, not as text that a browser would parse.
    scriptingEnabled: false,
  });
  capDepth(fragment);
  const root = fromParse5(fragment);
  if (root.type !== 'root') throw new Error(`a fragment parsed to ${root.type}`);
  return root;
}

/**
 * The standard has every paragraph reopen the formatting that earlier ones left open, so 40 KB of
 * `<p><b id=1><p><b id=2>…` are two million elements. Real articles make about one for each tag.
 *
 * @see https://html.spec.whatwg.org/multipage/parsing.html#reconstruct-the-active-formatting-elements
 */
function boundedAdapter(html: string) {
  const tags = html.match(/</g)?.length ?? 0;
  let left = SCAFFOLD + Math.min(MOST_ELEMENTS, 1000 + 4 * tags);
  const createElement: typeof defaultTreeAdapter.createElement = (...facts) => {
    left -= 1;
    if (left < 0) throw tags > MOST_ELEMENTS ? tooManyElements('html') : tangled();
    return defaultTreeAdapter.createElement(...facts);
  };
  return { ...defaultTreeAdapter, createElement };
}

function tangled() {
  const detail = 'Formatting elements are opened again and again, never closed. Close each one.';
  return invalid([{ pointer: '#/body/html', code: 'markup-tangled', detail }]);
}

function capDepth(fragment: DefaultTreeAdapterMap['documentFragment']): void {
  const open: { node: Parent; depth: number }[] = [{ node: fragment, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next;
    // A template's content hangs beside the tree, where nothing below would see how deep it goes.
    node.childNodes = node.childNodes.filter((child) => !('content' in child));
    if (depth === DEEPEST) node.childNodes = textsUnder(node);
    for (const child of node.childNodes) {
      if ('childNodes' in child) open.push({ node: child, depth: depth + 1 });
    }
  }
}

function textsUnder(parent: Parent): Text[] {
  const texts: Text[] = [];
  const open: Child[] = parent.childNodes.toReversed();
  for (let node = open.pop(); node; node = open.pop()) {
    if (defaultTreeAdapter.isTextNode(node)) texts.push(node);
    if (!defaultTreeAdapter.isElementNode(node) || DROPPED_ELEMENTS.has(node.tagName)) continue;
    texts.push(defaultTreeAdapter.createTextNode(' '));
    for (const child of node.childNodes.toReversed()) open.push(child);
  }
  return texts;
}
