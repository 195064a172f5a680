/**
 * A URL as a browser would read it, so that nothing in it means one thing here, another there.
 * What is relative is relative to `baseUrl`. Null for another protocol than these, for nothing at
 * all and for a mere fragment: the ids it could point to do not leave with the story.
 */
export function absoluteUrl(
  value: unknown,
  baseUrl: string,
  protocols: readonly string[],
): string | null {
  if (typeof value !== 'string' || /^\s*(?:#|$)/.test(value)) return null;
  const url = parsed(value, baseUrl);
  return url && protocols.includes(url.protocol) ? url.href : null;
}

/** The same for what is fetched or opened on the web. */
export function webUrl(value: unknown, baseUrl: string): string | null {
  return absoluteUrl(value, baseUrl, ['http:', 'https:']);
}

/** A URL as intake spells it, which is as the platform does; what is none stays as it is. */
export function spelledUrl(url: string): string {
  return URL.canParse(url) ? new URL(url).href : url;
}

function parsed(value: string, baseUrl: string): URL | null {
  try {
    return new URL(value, baseUrl);
  } catch {
    return null;
  }
}
