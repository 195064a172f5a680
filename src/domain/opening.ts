import { durationMs } from './duration.ts';
import type { Instant } from './instant.ts';
import type { Medium } from './media.ts';
import { nextDay } from './next-day.ts';
import type { Beginning, Window } from './terms.ts';
import { DAY_MS } from './use-interval.ts';

/** What the windows of terms are counted from. */
export interface Published {
  /** First publication. */
  publishedAt: Instant;
  /** IANA zone of the publication, in which its days begin. */
  timeZone: string;
}

/**
 * From when terms let a text be used in these media; null: at once.
 *
 * Of a feed, whose articles are published one by one, only what is no delay bounds the licence; the
 * delays are counted for each article when it goes out.
 *
 * A licence has one beginning for all its media, so it is the last of theirs: nothing of it may be
 * used too early anywhere. Whoever wants the earlier medium earlier asks for it by itself.
 */
export function opening(
  window: Window,
  published: Published | null,
  media: readonly Medium[],
): Instant | null {
  const beginnings = media.map((medium) => window.byMedium[medium] ?? window.notBefore);
  const instants = beginnings.flatMap((one) => instantOf(one, published) ?? []);
  return instants.length > 0 ? Math.max(...instants) : null;
}

/** The first instant at which an article may no longer be asked for; null: it always may. */
export function offerEnd(window: Window, { publishedAt }: Published): Instant | null {
  return window.offerDays === null ? null : publishedAt + window.offerDays * DAY_MS;
}

function instantOf(beginning: Beginning | null, published: Published | null): Instant | null {
  if (beginning === null || typeof beginning === 'number') return beginning;
  if (published === null) return null;
  const { publishedAt, timeZone } = published;
  if (beginning === 'nextDay') return nextDay(publishedAt, timeZone);
  const delay = durationMs(beginning.after);
  if (delay === null) throw new Error(`the terms count a delay of ${beginning.after}`);
  return publishedAt + delay;
}
