import { z } from 'zod';
import { IdFilter } from './id.ts';
import { InstantBody, InstantText } from './instant.ts';

/** What has a NUL, for one, the database cannot compare with anything. */
const Name = z
  .string()
  .max(100)
  .regex(/^[\x21-\x7e]*$/, 'Write it as the record shows it.')
  .optional();

/** The query fields that choose lines of the record. */
export const eventFilterFields = {
  type: Name.describe('A type, or the beginning of some: `licence.`'),
  actor: Name.describe('Id of the key or worker'),
  subject: Name.describe('Id of what was changed'),
  outlet: IdFilter,
  article: IdFilter,
  licence: IdFilter,
  from: InstantBody.optional(),
  until: InstantBody.optional(),
  q: z
    .string()
    .max(200)
    .regex(/^[^\0]*$/, 'Write words, without NUL.')
    .optional()
    .describe('Words in reasons and notes; "quotes" keep them together, - leaves one out'),
};

export const EventReply = z
  .object({
    id: z.uuid(),
    at: InstantText,
    type: z.string(),
    actor: z.object({ kind: z.string(), id: z.string() }),
    subject: z.object({ kind: z.string(), id: z.string() }),
    before: z.string().optional().describe('JSON, exactly as it was recorded'),
    after: z.string().optional().describe('JSON, exactly as it was recorded'),
    outlet: z.uuid().optional(),
    article: z.uuid().optional(),
    licence: z.uuid().optional(),
    requestId: z.string(),
  })
  .meta({ id: 'Event' });
