import type { Request } from 'express';

/**
 * Whether the reader says that it has what an ETag names (RFC 9110 section 13.1.2).
 *
 * Express's `fresh` says no when the request has `Cache-Control: no-cache`, which `fetch` adds to
 * every request with an If-None-Match; that is a word to caches on the way, not to the origin.
 */
export function hasAlready(req: Request, etag: string | undefined): boolean {
  const given = req.get('If-None-Match');
  if (given === undefined || etag === undefined) return false;
  return given.split(',').some((one) => one.trim() === '*' || bare(one) === bare(etag));
}

/** Weak and strong are the same here. */
function bare(etag: string): string {
  return etag.trim().replace(/^W\//, '');
}
