import { z } from 'zod';
import type { ErrorCode } from '../../domain/errors.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * An id in a path. One that is no UUID belongs to nothing, so it is answered like any unknown id.
 *
 * @param code the problem that an unknown id is
 */
export function pathId(code: ErrorCode) {
  return z
    .string()
    .toLowerCase()
    .refine((id) => UUID.test(id), {
      error: ({ input }) => `Nothing has the id ${String(input).slice(0, 64)}.`,
      params: { code },
    })
    .meta({ format: 'uuid' });
}
