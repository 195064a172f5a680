import type { ElementContent } from 'hast';
import { h } from 'hastscript';

/** A text in which these URLs, where they stand, are links. Other schemes than http(s) stay text. */
export function linkUrls(text: string, urls: readonly string[]): ElementContent[] {
  const linkable = urls.filter((url) => /^https?:\/\//i.test(url));
  // The longest first: a URL may begin with another.
  const [longest, ...others] = linkable.toSorted((a, b) => b.length - a.length);
  if (longest === undefined) return text === '' ? [] : [{ type: 'text', value: text }];
  return text.split(longest).flatMap((part, index) => {
    const parts = linkUrls(part, others);
    return index === 0 ? parts : [h('a', { href: longest }, longest), ...parts];
  });
}
