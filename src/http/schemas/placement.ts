import { z } from 'zod';
import { OUTCOME_CLASSES } from '../../domain/outcome.ts';
import { InstantText } from './instant.ts';
import { ReceiptReply } from './receipt.ts';
import { CodedMessage } from './text.ts';

const Operation = z.enum(['upsert', 'withdraw']);

export const PlacementState = z.enum([
  'waiting',
  'sending',
  'placed',
  'unconfirmed',
  'failing',
  'dead',
  'paused',
]);

export const OutcomeClass = z.enum(OUTCOME_CLASSES);

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
    confirmed: z
      .object({ seq: z.int(), at: InstantText, by: z.string() })
      .optional()
      .describe('The newest state that somebody has said, or that was seen, to be so, and by what'),
    confirmBy: InstantText.optional().describe(
      'Until when the terms have the outlet confirm what was sent',
    ),
    overdueSince: InstantText.optional(),
    outcomeUnknown: z
      .boolean()
      .describe('A try ended without an answer: what it sent may have arrived or not'),
    attempts: z.int().describe('Tries of what is wanted now'),
    nextAt: InstantText.optional(),
    lastError: CodedMessage.optional(),
  })
  .meta({ id: 'Placement' });

export const PlacementDetailReply = PlacementReply.extend({
  receipts: z.array(ReceiptReply).describe("The outlet's word on it, newest first"),
}).meta({ id: 'PlacementDetail' });

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
    purpose: z.enum(['deliver', 'verify']),
    outcome: z.string(),
    doubtful: z.boolean().describe('It ended without an answer after something had left'),
    code: z.string(),
    message: z.string(),
    status: z.int().optional(),
    remoteAddress: z.string().optional(),
    excerpt: z.string().optional(),
    footerHash: z.string().optional(),
    fenced: z.boolean().describe('Another worker held the placement when this try ended'),
  })
  .meta({ id: 'Attempt' });
