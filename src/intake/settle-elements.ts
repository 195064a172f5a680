import type { Element, Root } from 'hast';
import { oneLine } from '../domain/characters.ts';
import { absoluteUrl } from './absolute-url.ts';
import { elementsIn } from './elements-in.ts';

/** Elements that say the same as one that is kept; `div` for all that merely stand on their own. */
const SAME_AS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    (
      'address article aside body center dd details dialog dl dt fieldset footer form header ' +
      'hgroup html legend listing main nav optgroup option plaintext search section summary xmp'
    )
      .split(' ')
      .map((name) => [name, 'div']),
  ),
  acronym: 'abbr',
  b: 'strong',
  dir: 'ul',
  h1: 'h2',
  i: 'em',
  kbd: 'code',
  menu: 'ul',
  s: 'del',
  samp: 'code',
  strike: 'del',
  tt: 'code',
  var: 'code',
};

/** Elements that mean nothing by themselves, but may turn the direction of their words. */
const TURNED: ReadonlySet<string> = new Set(['big', 'font', 'mark', 'small', 'span', 'u']);

const PROTOCOLS: Readonly<Record<string, readonly string[]>> = {
  cite: ['http:', 'https:'],
  href: ['http:', 'https:', 'mailto:'],
  src: ['http:', 'https:'],
};

/** Gives elements the names they are kept under, and attributes the one spelling they are kept in. */
export function settleElements(root: Root, baseUrl: string): void {
  for (const node of elementsIn(root)) {
    node.tagName = SAME_AS[node.tagName] ?? node.tagName;
    if (TURNED.has(node.tagName) && node.properties.dir) node.tagName = 'bdi';
    if (node.tagName === 'rt' || node.tagName === 'rp') settleRuby(node);
    for (const [name, protocols] of Object.entries(PROTOCOLS)) {
      const url = absoluteUrl(node.properties[name], baseUrl, protocols);
      if (url === null) delete node.properties[name];
      else node.properties[name] = url;
    }
    settleWords(node);
  }
}

/** How to read a character follows it in parentheses, as where ruby is not known. */
function settleRuby(node: Element): void {
  const inner = node.tagName === 'rt' ? node.children : [];
  const [open, close] = ['(', ')'].map((value) => ({ type: 'text' as const, value }));
  node.tagName = 'span';
  node.children = open && close && inner.length > 0 ? [open, ...inner, close] : [];
}

function settleWords({ tagName, properties }: Element): void {
  for (const name of ['alt', 'title', 'dateTime']) {
    if (typeof properties[name] === 'string') properties[name] = oneLine(properties[name]);
  }
  // An image without an alternative text is read out by its URL.
  if (tagName === 'img') properties.alt ??= '';
}
