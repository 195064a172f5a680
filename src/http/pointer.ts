const LONE_SURROGATES = /\p{Surrogate}/gu;

/** A JSON Pointer as a URI fragment (RFC 6901 section 6), for example `#/images/0/url`. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return `#${path.map((key) => `/${escapeKey(String(key))}`).join('')}`;
}

function escapeKey(key: string): string {
  const token = key.replaceAll('~', '~0').replaceAll('/', '~1');
  return encodeURIComponent(token.replace(LONE_SURROGATES, '\uFFFD'));
}
