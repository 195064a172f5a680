import { z } from 'zod';
import { durationMs } from '../../domain/duration.ts';
import { InstantBody, InstantText } from './instant.ts';

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

/** When a reprint may begin, read into `Beginning`. */
export const BeginningBody = z.union([InstantBody, After, NextDay]);

/** The same as it is answered. */
export const BeginningReply = z.union([InstantText, z.object({ after: z.string() }), NextDay]);
