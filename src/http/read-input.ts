import type { Request } from 'express';
import { z } from 'zod';
import { DomainError, type ErrorCode, invalid } from '../domain/errors.ts';
import { fieldErrors } from './field-errors.ts';
import { sentenceOf } from './field-sentences.ts';
import { isErrorCode } from './problems.ts';
import { readBody } from './read-body.ts';
import { type Route, type RouteInput, takesBody } from './route.ts';

type Parts = Pick<RouteInput, 'params' | 'query' | 'headers' | 'body'>;

/** A header whose absence has an answer of its own (RFC 6585 section 3). */
const WHEN_ABSENT: Readonly<Record<string, ErrorCode>> = { 'if-match': 'precondition-required' };

const NOTHING = z.strictObject({});

/**
 * Makes the reader of a route's input: path, headers and query first, because they are cheap.
 *
 * @returns throws DomainError `invalid-request` with every fault of a part; in path and headers an
 *   issue may name the problem itself by `params.code`
 */
export function inputReader(route: Route): (req: Request) => Parts {
  const { params, query, headers, form = false } = route;
  const body = takesBody(route) ? (route.body ?? NOTHING) : undefined;
  const whenEmpty = body?.safeParse({}).success ? {} : undefined;
  return (req) =>
    ({
      params: params && outside(params, req.params),
      headers: headers && outside(headers, req.headers),
      query: query && checked(query, req.query),
      body: body && checked(body, readBody(req, { whenEmpty, form })),
    }) as Parts;
}

function checked(schema: z.ZodType, value: unknown): unknown {
  const { success, data, error } = schema.safeParse(value, { error: sentenceOf });
  if (success) return data;
  throw invalid(fieldErrors(schema, value, error.issues));
}

function outside(schema: z.ZodType, value: Record<string, unknown>): unknown {
  const { success, data, error } = schema.safeParse(value, { error: sentenceOf });
  if (success) return data;
  for (const issue of error.issues) {
    const code = problemOf(issue, value);
    if (code) throw new DomainError(code, issue.message);
  }
  throw invalid(fieldErrors(schema, value, error.issues));
}

function problemOf(issue: z.core.$ZodIssue, value: Record<string, unknown>) {
  const name = String(issue.path[0]);
  if (value[name] === undefined) return WHEN_ABSENT[name];
  const code = issue.code === 'custom' ? issue.params?.code : undefined;
  return isErrorCode(code) ? code : undefined;
}
