import { z } from 'zod';
import { InstantText } from './instant.ts';

export const HappenedReply = z
  .object({
    id: z.uuid(),
    at: InstantText,
    type: z.string(),
    sentence: z.string().describe('What happened, to be read by people'),
    actor: z.object({ kind: z.string(), id: z.string() }),
    event: z.uuid().nullable().describe('The line of the record; null for a delivery'),
  })
  .meta({ id: 'Happened' });
