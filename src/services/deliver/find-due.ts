import type { Context } from '../../context.ts';
import { type DueDestination, dueDestinations } from '../../db/placements/due.ts';

export type { DueDestination };

/** Destinations with due work, and the database's time at which they had it. */
export function findDue(ctx: Context): Promise<{ now: number; due: DueDestination[] }> {
  return dueDestinations(ctx.db);
}
