import { z } from 'zod';
import { channels } from '../../channels/index.ts';
import { formats } from '../../formats/index.ts';
import { OVERLAP_HOURS } from '../../services/destinations/change-destination.ts';
import { InstantText } from './instant.ts';
import { Prose } from './text.ts';

const Format = z.enum([...formats.keys()] as [string, ...string[]]);

const kinds = [...channels.values()].map((channel) =>
  z.strictObject({
    channel: z.literal(channel.kind),
    format: Format,
    settings: channel.settings as z.ZodType<Record<string, unknown>>,
  }),
);
type Kind = (typeof kinds)[number];

/** One shape for each channel, with that channel's own settings. */
export const DestinationBody = z
  .discriminatedUnion('channel', kinds as [Kind, ...Kind[]])
  .meta({ id: 'DestinationBody' });

/** What changes; settings that are left out stay. They are checked with those that stand. */
export const DestinationChange = z
  .strictObject({
    format: Format.optional(),
    settings: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'DestinationChange' });

export const PauseBody = z
  .strictObject({ note: Prose.nullable().default(null) })
  .meta({ id: 'Pause' });

/** The new secret is checked with the destination's other settings. */
export const SecretRotation = z
  .strictObject({
    secret: z.string().optional().describe('Made by the service when left out'),
    overlapHours: z
      .int()
      .min(0)
      .max(OVERLAP_HOURS.most)
      .default(OVERLAP_HOURS.usual)
      .describe('How long the former secret signs too; 0 where it is known to others'),
  })
  .meta({ id: 'SecretRotation' });

export const DestinationReply = z
  .object({
    id: z.uuid(),
    outlet: z.uuid(),
    channel: z.string(),
    format: z.string(),
    settings: z.record(z.string(), z.unknown()),
    state: z.enum(['active', 'paused', 'disabled']),
    stateCode: z.string().nullable(),
    stateNote: z.string().nullable(),
    formerSecretUntil: InstantText.optional().describe(
      'A replaced secret signs too until then, so that the new one can be taken over',
    ),
    createdAt: InstantText,
    updatedAt: InstantText,
  })
  .meta({ id: 'Destination' });
