import { z } from 'zod';
import { InstantText } from './instant.ts';
import { CodedMessage } from './text.ts';

export const CopyState = z
  .enum(['confirmed', 'unconfirmed', 'unreachable'])
  .describe('Unreachable: it was tried, and the outlet has not taken it');

const Counts = z.object({
  total: z.int().describe('Copies that were ever sent'),
  confirmed: z.int(),
  unconfirmed: z.int(),
  unreachable: z.int(),
});

const BoardCopy = z.object({
  placement: z.uuid(),
  outlet: z.object({ id: z.uuid(), name: z.string() }),
  destination: z.object({
    id: z.uuid(),
    channel: z.string(),
    state: z.enum(['active', 'paused', 'disabled']),
  }),
  seq: z.int(),
  version: z.int(),
  state: CopyState,
  sentAt: InstantText.optional().describe('When the withdrawal was last sent, or people were told'),
  confirmedAt: InstantText.optional(),
  confirmedBy: z
    .enum(['answer', 'page', 'receipt', 'link', 'person'])
    .optional()
    .describe(
      "Whose word it is: the system's answer, the page, the outlet, a mail's link, the house",
    ),
  ref: z.string().optional().describe('What the outlet calls its copy: the URL where it ran'),
  attempts: z.int().describe('Tries of the withdrawal'),
  looks: z.int().describe('Looks at the page'),
  lastError: CodedMessage.optional(),
  escalatedAt: InstantText.optional().describe('When people were called'),
  nextAt: InstantText.optional(),
});

const story = {
  article: z.uuid(),
  headline: z.string(),
  publication: z.string(),
  state: z.enum(['killed', 'withheld']),
  reason: z.string().nullable(),
  killedAt: InstantText.describe('When it was killed or withheld'),
  counts: Counts,
};

export const KilledStory = z.object(story).meta({ id: 'KilledStory' });

export const KillBoard = z
  .object({
    ...story,
    placements: z.array(BoardCopy),
    next: z.string().optional().describe('The cursor of the next page; absent on the last'),
  })
  .meta({ id: 'KillBoard' });
