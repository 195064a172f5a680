import { z } from 'zod';
import { InstantText } from './instant.ts';

export const NoticeReply = z
  .object({
    id: z.uuid(),
    kind: z.string().describe('Stable name, for example request-granted'),
    outlet: z.uuid().nullable().describe('Whose contacts were told; null: the house'),
    subject: z.string(),
    body: z.string(),
    about: z.object({ kind: z.string(), id: z.string() }),
    createdAt: InstantText,
    mails: z
      .array(
        z.object({
          address: z.string(),
          state: z.enum(['waiting', 'sent', 'failed']),
          attempts: z.int(),
          sentAt: InstantText.nullable(),
          lastError: z
            .string()
            .nullable()
            .describe('What the mail server answered, for staff; null for an outlet'),
        }),
      )
      .describe('Empty where no mail server is set'),
  })
  .meta({ id: 'Notice' });
