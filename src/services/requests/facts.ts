import type { JudgedRow } from '../../db/request-facts.ts';
import type { Instant } from '../../domain/instant.ts';
import type { RequestFacts, Subject } from '../../domain/request-facts.ts';
import type { AskedUse } from '../../domain/use.ts';

/**
 * What the policy judges, from the row that was read.
 *
 * @param askedAt when a request that has waited was made: an offer does not close on it
 */
export function requestFacts(
  now: Instant,
  row: JudgedRow,
  use: AskedUse,
  askedAt: Instant = now,
): RequestFacts {
  return {
    now,
    askedAt,
    outlet: {
      id: row.outlet,
      country: row.country,
      class: row.class,
      tags: row.tags,
      suspended: row.outletSuspended,
    },
    ...subjectOf(row),
    use,
  };
}

function subjectOf(row: JudgedRow): Subject {
  if (row.feed) return { feed: { ...row.feed, language: row.language } };
  const { article: id, state, subjects, language, wordCount, publishedAt, timeZone } = row;
  const { embargoUntil, rights } = row;
  const article = { id, state, subjects, language, wordCount, publishedAt, timeZone };
  return { article: { ...article, embargoUntil, rights } };
}
