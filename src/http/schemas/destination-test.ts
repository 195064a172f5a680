import { z } from 'zod';
import { OutcomeClass } from './placement.ts';

/** What became of a sample, for the person who connects an outlet's system. */
export const DestinationTestReply = z
  .object({
    outcome: OutcomeClass.describe('As of a real delivery; `placed` is the one that is right'),
    code: z.string().describe('Stable, for example http-401 or tls'),
    message: z.string().describe('What happened'),
    advice: z.string().describe('What to do about it'),
    status: z.int().optional().describe('That the system there answered with'),
    excerpt: z.string().optional().describe('The beginning of its answer'),
    remoteAddress: z.string().optional(),
    ms: z.int(),
  })
  .meta({ id: 'DestinationTest' });
