import { z } from 'zod';
import type { ErrorCode } from '../../domain/errors.ts';
import { pathId } from './path-id.ts';

/** Path parameters of a route to one thing. */
export function byId(notFound: ErrorCode) {
  return z.object({ id: pathId(notFound) });
}

/** An id as a filter of a list. */
export const IdFilter = z.uuid('Write an id.').toLowerCase().optional();
