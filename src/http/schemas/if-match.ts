import { z } from 'zod';

const ONE_VERSION = /^"\d{1,9}"$/;

/**
 * The version that a change is made from, as its ETag gave it (RFC 9110 section 13.1.1).
 *
 * What is no version of ours matches none, and `*` would match one that nobody has read: both are
 * `precondition-failed`. Absent, it is `precondition-required`.
 */
export const IfMatch = z
  .string({ error: 'Send If-Match with the ETag of the version that you have read, such as "3".' })
  .refine((tag) => ONE_VERSION.test(tag), {
    error: 'If-Match takes the ETag of the version that you have read, such as "3".',
    params: { code: 'precondition-failed' },
    abort: true,
  })
  .transform((tag) => Number(tag.slice(1, -1)))
  .meta({ type: 'string', examples: ['"3"'] });
