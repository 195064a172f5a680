import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** The URLs that a body links to or shows, each once, in order. */
export function bodyAddresses(body: Root): string[] {
  const addresses = new Set<string>();
  visit(body, 'element', ({ properties: { href, src } }) => {
    for (const url of [href, src]) if (typeof url === 'string') addresses.add(url);
  });
  return [...addresses];
}
