import type { z } from 'zod';
import type { FieldError } from '../domain/errors.ts';
import { nearestField } from './known-fields.ts';
import { pointerTo } from './pointer.ts';

type Issue = z.core.$ZodIssue;

/** Enough to mend a request by; without an end, a body of small keys is answered by megabytes. */
const MOST = 100;

/** The faults that zod found as field errors, up to a hundred; every unknown field on its own. */
export function fieldErrors(
  schema: z.ZodType,
  value: unknown,
  issues: readonly Issue[],
): FieldError[] {
  const errors = issues.slice(0, MOST).flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') return unknownFields(schema, issue);
    const closest = issue.code === 'invalid_union' ? closestBranch(issue) : undefined;
    if (closest) return fieldErrors(schema, value, closest);
    return [{ pointer: pointerTo(issue.path), code: codeOf(issue, value), detail: issue.message }];
  });
  return errors.slice(0, MOST);
}

function unknownFields(
  schema: z.ZodType,
  { path, keys }: z.core.$ZodIssueUnrecognizedKeys,
): FieldError[] {
  return keys.slice(0, MOST).map((key) => {
    const meant = nearestField(schema, path, key);
    const advice = meant ? `Did you mean "${meant}"?` : 'Leave it out.';
    const detail = `"${shortened(key)}" is not a field here. ${advice}`;
    return { pointer: pointerTo([...path, key]), code: 'unknown-field', detail };
  });
}

/**
 * The form that the value was most likely meant to have: the one with the fewest faults, unless
 * another has as few or none fits from the outside.
 */
function closestBranch({ path, errors }: z.core.$ZodIssueInvalidUnion): Issue[] | undefined {
  const [first, second] = errors
    .filter((branch) => branch.every(({ path: at, code }) => at.length > 0 || !isOfKind(code)))
    .sort((a, b) => a.length - b.length);
  if (!first || first.length === second?.length) return undefined;
  return first.map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
}

function isOfKind(code: Issue['code']): boolean {
  return code === 'invalid_type' || code === 'invalid_value';
}

/** The stable name of a fault. */
function codeOf(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
    case 'invalid_union':
      return valueAt(value, issue.path) === undefined ? 'missing' : 'wrong-type';
    case 'invalid_value':
      return valueAt(value, issue.path) === undefined ? 'missing' : 'not-an-option';
    case 'invalid_format':
      return 'wrong-format';
    case 'too_small':
      return sized(issue.origin, 'too-small', 'too-short', 'too-few');
    case 'too_big':
      return sized(issue.origin, 'too-large', 'too-long', 'too-many');
    case 'custom':
      return typeof issue.params?.code === 'string' ? issue.params.code : 'not-acceptable';
    default:
      return 'not-acceptable';
  }
}

function sized(origin: string, number: string, string: string, list: string): string {
  if (origin === 'string') return string;
  return origin === 'array' || origin === 'set' ? list : number;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<PropertyKey, unknown>)[key];
  }
  return at;
}

function shortened(key: string): string {
  return key.length > 64 ? `${key.slice(0, 64)}…` : key;
}
