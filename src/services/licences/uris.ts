/** The page where anyone can check a licence; `{verifyUrl}` in a footer. */
export function verifyUrl(publicUrl: string, licence: string): string {
  return `${publicUrl}/licences/${licence}`;
}

/** Where the exact text of a version of terms is served. */
export function termsUri(publicUrl: string, slug: string, version: number): string {
  return `${publicUrl}/terms/${slug}/${version}`;
}

/** The article as the service's own resource. */
export function articleUri(publicUrl: string, article: string): string {
  return `${publicUrl}/v1/articles/${article}`;
}

/** A publication as the service's own resource. */
export function publicationUri(publicUrl: string, slug: string): string {
  return `${publicUrl}/v1/publications/${slug}`;
}

/** All articles of a publication. */
export function articlesUri(publicUrl: string, publication: string): string {
  return `${publicUrl}/v1/articles?publication=${encodeURIComponent(publication)}`;
}

/**
 * The name of the log: the service's address without its scheme, as C2SP's checkpoints name
 * origins. What is opened after a restore (a shard) adds its number.
 */
export function logOrigin(publicUrl: string): string {
  return `${publicUrl.replace(/^https?:\/\//, '')}/log`;
}
