import { z } from 'zod';

/** The version that the sender has read, as the ETag gave it: `"3"`. */
export const IfMatch = z
  .string()
  .regex(/^"\d{1,9}"$/, 'Send the ETag of the version that you have read, such as "3".')
  .transform((tag) => Number(tag.slice(1, -1)))
  .meta({ type: 'string', examples: ['"3"'] });
