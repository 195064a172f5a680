import * as bounds from '../../db/bounds.ts';
import type { Db } from '../../db/database.ts';
import type { JudgedRow } from '../../db/request-facts.ts';
import type { Standing } from '../../domain/bounds.ts';
import { calendarMonth } from '../../domain/calendar-month.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Terms } from '../../domain/terms.ts';
import { type GrantedUse, writeUse } from '../../domain/use.ts';

/** What a licence of this use, under these terms, would be counted against. */
export function readStanding(
  db: Db,
  row: JudgedRow,
  { now, use, terms }: { now: Instant; use: GrantedUse; terms: Terms },
): Promise<Standing> {
  const { outlet, publication, article, timeZone } = row;
  const prospect = {
    ...{ outlet, publication, article },
    use: writeUse(use),
    exclusivity: terms.exclusivity,
  };
  return bounds.findStanding(db, prospect, { now, timeZone, month: calendarMonth(now, timeZone) });
}
