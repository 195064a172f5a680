import type { FactsRow } from '../../db/request-facts.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Medium } from '../../domain/media.ts';
import { opening } from '../../domain/opening.ts';
import type { Window } from '../../domain/terms.ts';

/** From when terms and the embargo let that which is licensed be used; null: at once. */
export function opensAt(window: Window, facts: FactsRow, media: readonly Medium[]): Instant | null {
  if (facts.feed) return opening(window, null, media);
  const opens = opening(window, facts, media);
  const { embargoUntil } = facts;
  return opens === null || embargoUntil === null
    ? (opens ?? embargoUntil)
    : Math.max(opens, embargoUntil);
}
