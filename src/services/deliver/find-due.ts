import type { Context } from '../../context.ts';
import { dueDestinations } from '../../db/placements/due.ts';

const MOST = 1_000;

/** Destinations with due work, apart by whether some of it is a kill or a correction. */
export async function findDue(ctx: Context): Promise<{ urgent: string[]; ordinary: string[] }> {
  const due = await dueDestinations(ctx.db, MOST);
  const ids = (urgent: boolean) =>
    due.filter((one) => one.urgent === urgent).map((one) => one.destination);
  return { urgent: ids(true), ordinary: ids(false) };
}
