import { createHash } from 'node:crypto';
import { z } from 'zod';
import { defineRoute, NOT_MODIFIED, type Route } from '../route.ts';

const jwks = defineRoute({
  method: 'get',
  path: '/.well-known/jwks.json',
  tag: 'Verification',
  summary: 'The public keys that licences and status lists are verified by (RFC 7517)',
  access: 'public',
  crossOrigin: true,
  unlimited: true,
  statuses: [200, NOT_MODIFIED],
  reply: z.object({ keys: z.array(z.looseObject({})) }).meta({ id: 'Jwks' }),
  problems: [],
  handle: ({ ctx }) => published(ctx.keys.jwks),
});

const archive = defineRoute({
  method: 'get',
  path: '/.well-known/jwks-archive.json',
  tag: 'Verification',
  summary: 'Every key that ever was, what it was for, its state and the instants of its life',
  access: 'public',
  crossOrigin: true,
  unlimited: true,
  statuses: [200, NOT_MODIFIED],
  reply: z.object({ keys: z.array(z.looseObject({})) }).meta({ id: 'JwksArchive' }),
  problems: [],
  handle: ({ ctx }) => published(ctx.keys.archive),
});

/** Both are in memory and change seldom: readers may ask as often as they like. */
function published({ keys }: { keys: readonly object[] }) {
  const etag = createHash('sha256').update(JSON.stringify(keys)).digest('base64url');
  return {
    body: { keys: keys.map((key) => ({ ...key })) },
    headers: { 'Cache-Control': 'public, max-age=600', ETag: `"${etag}"` },
  };
}

export const publishedKeyRoutes: readonly Route[] = [jwks, archive];
