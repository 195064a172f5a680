import { z } from 'zod';
import { InstantText } from './instant.ts';
import { Slug } from './slug.ts';
import { Prose } from './text.ts';
import { UseBody, UseReply } from './use.ts';

const Terms = z.object({ uri: z.string(), slug: z.string(), version: z.int() });

export const MessageBody = z
  .strictObject({
    text: Prose.nullable().default(null),
    use: UseBody.optional().describe('What the outlet asks for instead'),
    offer: z
      .strictObject({
        terms: Slug,
        use: UseBody.optional().describe('Absent: what is asked, as far as the terms go'),
      })
      .optional()
      .describe('What the house would grant; it takes the place of an offer before it'),
  })
  .refine(({ text, use, offer }) => text !== null || use !== undefined || offer !== undefined, {
    path: ['text'],
    error: 'Say something: write a text, another use, or an offer.',
  })
  .meta({ id: 'MessageBody' });

export const MessageReply = z
  .object({
    id: z.uuid(),
    side: z.enum(['outlet', 'house']),
    text: z.string().nullable(),
    use: UseReply.optional().describe('What the outlet asks for from here on'),
    offer: z.object({ terms: Terms, use: UseReply }).optional(),
    answer: z.object({ offer: z.uuid(), accepted: z.boolean() }).optional(),
    createdAt: InstantText,
  })
  .meta({ id: 'RequestMessage' });

/** The offer that can be accepted or declined now. */
export const StandingOffer = z
  .object({ id: z.uuid().describe('The message that makes it'), terms: Terms, use: UseReply })
  .meta({ id: 'StandingOffer' });

export const AnswerBody = z
  .strictObject({
    offer: z
      .uuid('Write the id of the message that makes the offer.')
      .toLowerCase()
      .optional()
      .describe('Absent: the offer that stands'),
    text: Prose.nullable().default(null),
  })
  .meta({ id: 'OfferAnswer' });
