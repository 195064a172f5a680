import { z } from 'zod';
import { InstantText } from './instant.ts';
import { CodedMessage } from './text.ts';

const Operation = z.enum(['upsert', 'withdraw']);

export const PlacementState = z.enum(['waiting', 'sending', 'placed', 'failing', 'dead', 'paused']);

export const PlacementReply = z
  .object({
    id: z.uuid(),
    destination: z.uuid(),
    outlet: z.uuid(),
    article: z.uuid(),
    licence: z.uuid(),
    seq: z.int().describe('Rises with every wanted state'),
    wanted: z.object({ version: z.int(), operation: Operation, reason: z.string().optional() }),
    placed: z
      .object({
        seq: z.int(),
        version: z.int(),
        operation: Operation,
        at: InstantText,
        ref: z.string().optional(),
      })
      .optional(),
    state: PlacementState,
    attempts: z.int().describe('Tries of what is wanted now'),
    nextAt: InstantText.optional(),
    lastError: CodedMessage.optional(),
  })
  .meta({ id: 'Placement' });

export const AttemptReply = z
  .object({
    id: z.uuid(),
    placement: z.uuid(),
    destination: z.uuid(),
    seq: z.int(),
    version: z.int(),
    operation: Operation,
    licence: z.uuid(),
    startedAt: InstantText,
    endedAt: InstantText,
    outcome: z.string(),
    code: z.string(),
    message: z.string(),
    status: z.int().optional(),
    remoteAddress: z.string().optional(),
    excerpt: z.string().optional(),
    footerHash: z.string().optional(),
    fenced: z.boolean().describe('Another worker held the placement when this try ended'),
  })
  .meta({ id: 'Attempt' });
