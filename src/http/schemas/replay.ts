import { z } from 'zod';
import { OUTCOME_CLASSES } from '../../domain/outcome.ts';
import { InstantBody } from './instant.ts';

const Id = z.uuid('Write an id.').toLowerCase();
const Class = z.enum(['dead', ...OUTCOME_CLASSES]);

export const ReplayBody = z
  .strictObject({
    destination: Id.optional(),
    outlet: Id.optional(),
    article: Id.optional(),
    from: InstantBody.optional().describe('The last try began at this instant or later'),
    until: InstantBody.optional().describe('The last try began before this instant'),
    class: z
      .union([Class.transform((one) => [one]), z.array(Class).min(1)])
      .optional()
      .describe('What the last try came to, or `dead` for what was given up'),
    dryRun: z.boolean().default(false).describe('Only count'),
  })
  .meta({ id: 'ReplayBody' });

export const ReplayReply = z
  .object({
    id: z.uuid().optional().describe('Absent on a dry run'),
    placements: z.int().describe('How many are sent again, or would be'),
  })
  .meta({ id: 'Replay' });
