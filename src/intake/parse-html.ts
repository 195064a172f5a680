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
export const DEEPEST = 250;

/**
 * How deep what nests deeper is cut. Arranging may add an item for each list, a paragraph and a
 * mark of each name, and even so the result must not be cut when it is read again.
 */
const CUT_DEPTH = 100;

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
  if (isTooDeep(fragment)) cutDepth(fragment);
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
  const honest = 1000 + 4 * (html.match(/</g)?.length ?? 0);
  let left = SCAFFOLD + Math.min(MOST_ELEMENTS, honest);
  const createElement: typeof defaultTreeAdapter.createElement = (...facts) => {
    left -= 1;
    if (left < 0) throw honest > MOST_ELEMENTS ? tooManyElements('html') : tangled();
    return defaultTreeAdapter.createElement(...facts);
  };
  return { ...defaultTreeAdapter, createElement };
}

function tangled() {
  const detail = 'Formatting elements are opened again and again, never closed. Close each one.';
  return invalid([{ pointer: '#/body/html', code: 'markup-tangled', detail }]);
}

/** Also drops what is no part of the tree, so that nothing below has to pass it by. */
function isTooDeep(fragment: DefaultTreeAdapterMap['documentFragment']): boolean {
  const isPart = (child: Child) =>
    defaultTreeAdapter.isTextNode(child) ||
    // A template's content hangs beside the tree, where nothing below would see how deep it goes.
    (defaultTreeAdapter.isElementNode(child) && !('content' in child));
  let deepest = 0;
  walk(fragment, (node, depth) => {
    node.childNodes = node.childNodes.filter(isPart);
    deepest = Math.max(deepest, depth);
  });
  return deepest > DEEPEST;
}

function cutDepth(fragment: DefaultTreeAdapterMap['documentFragment']): void {
  walk(fragment, (node, depth) => {
    if (depth === CUT_DEPTH) node.childNodes = textsUnder(node);
  });
}

/** Parents first; what a visit takes out is not walked. */
function walk(fragment: Parent, visit: (node: Parent, depth: number) => void): void {
  const open = [{ node: fragment, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next;
    visit(node, depth);
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
