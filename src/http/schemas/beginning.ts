import { z } from 'zod';
import { durationMs } from '../../domain/duration.ts';
import { InstantText } from './instant.ts';

const MOST_MS = 36_500 * 86_400_000;

const Duration = z
  .string()
  .refine((text) => (durationMs(text) ?? 0) > 0, {
    error: 'Write an ISO 8601 duration in weeks, days, hours or minutes, such as PT24H or P3D.',
    abort: true,
  })
  .refine((text) => (durationMs(text) ?? 0) <= MOST_MS, 'Wait for at most 36500 days.');

const After = z.strictObject({ after: Duration.describe('ISO 8601, since first publication') });
const NextDay = z.literal('nextDay').describe("The next calendar day, in the publication's zone");

/** As everywhere, but a fault tells of the other forms too. */
const At = z
  .string()
  .refine((text) => InstantText.safeParse(text).success, {
    error: 'Write an instant such as 2026-03-01T06:00:00Z, {"after": "PT24H"} or nextDay.',
    abort: true,
  })
  .meta({ format: 'date-time' })
  .transform((text) => Date.parse(text));

/** When a reprint may begin, read into `Beginning`. */
export const BeginningBody = z.union([At, After, NextDay]);

/** The same as it is answered. */
export const BeginningReply = z.union([InstantText, z.object({ after: z.string() }), NextDay]);
