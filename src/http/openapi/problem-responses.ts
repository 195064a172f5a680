import { z } from 'zod';
import type { ErrorCode } from '../../domain/errors.ts';
import { PROBLEMS } from '../problems.ts';
import { isRemembered, type Route, takesBody } from '../route.ts';
import type { Json, SchemaDrawer } from './schemas.ts';

const Problem = z
  .looseObject({
    type: z.string().meta({ format: 'uri', description: 'Explains the problem to people' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What to do'),
    code: z.string().describe('Stable; the last segment of type'),
    requestId: z.string(),
    errors: z
      .array(
        z.object({
          pointer: z.string().describe('RFC 6901, for example #/use/until'),
          code: z.string(),
          detail: z.string(),
        }),
      )
      .optional(),
  })
  .describe('RFC 9457')
  .meta({ id: 'Problem' });

/** One response per status; the codes that share it are told apart in the description. */
export function problemResponses(route: Route, drawer: SchemaDrawer): Json {
  const codes = [...new Set([...route.problems, ...impliedProblems(route)])];
  const statuses = [...new Set(codes.map((code) => PROBLEMS[code].status))];
  const schema = drawer.draw(Problem, 'output');
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: codes.filter((code) => PROBLEMS[code].status === status).join(', '),
        content: { 'application/problem+json': { schema } },
      },
    ]),
  );
}

/** What any route of this kind can answer. */
function impliedProblems(route: Route): ErrorCode[] {
  const codes: ErrorCode[] = ['internal', 'unavailable'];
  if (!route.unlimited) codes.push('rate-limited');
  if (route.access !== 'public') {
    codes.push('key-required', 'key-unknown', 'key-expired', 'not-permitted');
  }
  if (takesBody(route)) {
    codes.push('body-malformed', 'body-too-large', 'media-type-unsupported', 'invalid-request');
  } else if (route.query) {
    codes.push('invalid-request');
  }
  if (isRemembered(route)) codes.push('idempotency-conflict', 'idempotency-in-progress');
  return codes;
}
