import { createHash } from 'node:crypto';
import { z } from 'zod';
import { DomainError } from '../../domain/errors.ts';
import { LIST_TTL_SECONDS } from '../../security/status-list/list-shape.ts';
import { readStatusList } from '../../services/status/read-list.ts';
import { defineRoute, type Route, raw } from '../route.ts';

const MEDIA_TYPE = 'application/statuslist+jwt';

/** Seconds since 1970, as far as dates go. */
const Time = z
  .string()
  .regex(/^\d{1,11}$/, 'Write the time in whole seconds since 1970-01-01T00:00:00Z.')
  .transform(Number)
  .meta({ type: 'integer', minimum: 0 });

/** The last part of a list's address. What could be none is answered like any unknown one. */
const ListName = z.string().refine((name) => /^[\w-]{1,64}$/.test(name), {
  error: 'No status list is at this address.',
  params: { code: 'status-list-not-found' },
});

const statusListRoute = defineRoute({
  method: 'get',
  path: '/status/{list}',
  tag: 'Verification',
  summary: 'What has become of many licences (IETF Token Status List), now or at a time',
  access: 'public',
  crossOrigin: true,
  params: z.object({ list: ListName }),
  query: z.strictObject({ time: Time.optional() }),
  headers: z.object({ 'if-none-match': z.string().optional() }),
  statuses: [200, 304],
  reply: raw(MEDIA_TYPE),
  problems: ['not-acceptable', 'status-list-not-found', 'status-not-recorded'],

  async handle({ ctx, params, query, headers: asked, request }) {
    if (!request.accepts(MEDIA_TYPE)) throw notAcceptable();
    const at = query.time === undefined ? undefined : query.time * 1000;
    const { token } = await readStatusList(ctx, { name: params.list, at });
    const etag = `"${createHash('sha256').update(token).digest('base64url')}"`;
    const headers = {
      'Cache-Control': `public, max-age=${LIST_TTL_SECONDS}`,
      ETag: etag,
      Vary: 'Accept',
    };
    if (asked['if-none-match'] === etag) return { status: 304, body: '', headers };
    return { body: token, headers };
  },
});

function notAcceptable(): DomainError {
  return new DomainError('not-acceptable', `A status list is sent as ${MEDIA_TYPE} only.`);
}

export const statusRoutes: readonly Route[] = [statusListRoute];
