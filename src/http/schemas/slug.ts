import { z } from 'zod';

/** The name of a thing in URLs. */
export const Slug = z
  .string()
  .max(64, 'A slug has at most 64 characters.')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Write lower-case letters, digits and single hyphens.');
