import { z } from 'zod';
import { channels } from '../../channels/index.ts';
import { MOST_AT_ONCE, MOST_PER_MINUTE } from '../../domain/destination-limits.ts';
import { formats } from '../../formats/index.ts';
import { OVERLAP_HOURS } from '../../services/destinations/change-destination.ts';
import { InstantText } from './instant.ts';
import { Prose } from './text.ts';

const Format = z.enum([...formats.keys()] as [string, ...string[]]);

const Limit = (most: number, what: string) =>
  z
    .int()
    .min(1)
    .max(most)
    .nullable()
    .optional()
    .describe(`${what}; null for the service's own measure`);

/** Those that are left out stay. What must go, since a story was killed or withheld, goes all the same. */
const Limits = z
  .strictObject({
    concurrency: Limit(MOST_AT_ONCE, 'Sends at once'),
    perMinute: Limit(MOST_PER_MINUTE, 'Sends within any minute'),
  })
  .meta({ id: 'DestinationLimits' });

const kinds = [...channels.values()].map((channel) =>
  z.strictObject({
    channel: z.literal(channel.kind),
    format: Format,
    settings: channel.settings as z.ZodType<Record<string, unknown>>,
    limits: Limits.optional(),
  }),
);
type Kind = (typeof kinds)[number];

/** One shape for each channel, with that channel's own settings. */
export const DestinationBody = z
  .discriminatedUnion('channel', kinds as [Kind, ...Kind[]])
  .meta({ id: 'DestinationBody' });

/** Where the secrets of any channel stand in an answer. */
export const CHANNEL_SECRETS = [
  ...new Set([...channels.values()].flatMap(({ secrets }) => secrets)),
].map((name) => `settings.${name}`);

/** What changes; settings that are left out stay. They are checked with those that stand. */
export const DestinationChange = z
  .strictObject({
    format: Format.optional(),
    settings: z.record(z.string(), z.unknown()).optional(),
    limits: Limits.optional(),
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
    limits: z
      .object({ concurrency: z.int().nullable(), perMinute: z.int().nullable() })
      .describe('Set by its owner'),
    health: z
      .object({
        state: z
          .enum(['closed', 'open', 'probing', 'ramping'])
          .describe('Of its breaker: closed lets all through, open nothing but what must go'),
        failures: z.int().describe('In a row'),
        openUntil: InstantText.optional(),
        failingSince: InstantText.optional().describe('Since then nothing but failures has come'),
        heldUntil: InstantText.optional().describe('It asked to be left alone until then'),
      })
      .describe('How its latest sends went'),
    formerSecretUntil: InstantText.optional().describe(
      'A replaced secret signs too until then, so that the new one can be taken over',
    ),
    createdAt: InstantText,
    updatedAt: InstantText,
  })
  .meta({ id: 'Destination' });

export const ResumedDestinationReply = DestinationReply.extend({
  dead: z.int().describe('Given up there meanwhile; a replay of class `dead` sends these again'),
}).meta({ id: 'ResumedDestination' });
