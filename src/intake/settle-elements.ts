import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { oneLine } from '../domain/characters.ts';

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
  samp: 'code',
  tt: 'code',
  var: 'code',
};

const PROTOCOLS: Readonly<Record<string, readonly string[]>> = {
  cite: ['http:', 'https:'],
  href: ['http:', 'https:', 'mailto:'],
  src: ['http:', 'https:'],
};

/** Gives elements the names they are kept under, and attributes the one spelling they are kept in. */
export function settleElements(root: Root): void {
  visit(root, 'element', (node) => {
    node.tagName = SAME_AS[node.tagName] ?? node.tagName;
    for (const [name, protocols] of Object.entries(PROTOCOLS)) {
      const url = absoluteUrl(node.properties[name], protocols);
      if (url === null) delete node.properties[name];
      else node.properties[name] = url;
    }
    settleWords(node);
  });
}

/** The URL as a browser would read it, so that nothing in it means one thing here, another there. */
function absoluteUrl(value: unknown, protocols: readonly string[]): string | null {
  if (typeof value !== 'string' || !URL.canParse(value)) return null;
  const { href, protocol } = new URL(value);
  return protocols.includes(protocol) ? href : null;
}

function settleWords({ tagName, properties }: Element): void {
  for (const name of ['alt', 'title', 'dateTime']) {
    if (typeof properties[name] === 'string') properties[name] = oneLine(properties[name]);
  }
  // An image without an alternative text is read out by its URL.
  if (tagName === 'img') properties.alt ??= '';
}
