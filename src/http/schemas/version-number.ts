import { z } from 'zod';

/** Versions count from 1; the database keeps them in 32 bits. */
const VERSION = /^[1-9]\d{0,8}$/;

/** A version in a path. What is no number is the number of nothing, so it is answered like that. */
export const VersionInPath = z
  .string()
  .refine((version) => VERSION.test(version), {
    error: ({ input }) => `No version is called ${String(input).slice(0, 64)}.`,
    params: { code: 'version-not-found' },
  })
  .transform(Number)
  .meta({ type: 'integer', minimum: 1 });

/** A version in a body. */
export const VersionNumber = z.int().min(1).max(999_999_999);

/** A version as a filter. */
export const VersionFilter = z
  .string()
  .regex(VERSION, 'Write the number of a version.')
  .transform(Number)
  .meta({ type: 'integer', minimum: 1 });
