/** A piece of a text: words, or a URL that should be a link. */
export interface UrlPart {
  text: string;
  isUrl: boolean;
}

/** A text parted where these URLs stand in it. Other schemes than http(s) stay words. */
export function urlParts(text: string, urls: readonly string[]): UrlPart[] {
  const linkable = urls.filter((url) => /^https?:\/\//i.test(url));
  // The longest first: a URL may begin with another.
  const [longest, ...others] = linkable.toSorted((a, b) => b.length - a.length);
  if (longest === undefined) return text === '' ? [] : [{ text, isUrl: false }];
  return text.split(longest).flatMap((part, index) => {
    const parts = urlParts(part, others);
    return index === 0 ? parts : [{ text: longest, isUrl: true }, ...parts];
  });
}
