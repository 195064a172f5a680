import { z } from 'zod';

/** One line of text for people. */
export const Line = z
  .string()
  .trim()
  .min(1, 'Write something here.')
  .max(1_000)
  .regex(/^[^\r\n]*$/, 'Write this on one line.');

/** Free text for people. */
export const Prose = z.string().trim().min(1, 'Write something here.').max(10_000);

/** A URL is also text in a footer: blanks would end its link, a bidi control would turn it round. */
const VISIBLE = /^[^\s\p{C}<>"]*$/u;

/** An absolute http or https URL. */
export const WebUrl = z
  .url({
    protocol: /^https?$/,
    error: 'Write an absolute URL that begins with https:// or http://.',
  })
  .max(2_048)
  .regex(VISIBLE, 'Write white space, control characters, <, > and " percent-encoded.');

/** A problem or a remark, told by a stable code and a sentence. */
export const CodedMessage = z
  .object({ code: z.string(), message: z.string() })
  .meta({ id: 'CodedMessage' });
