import { sql } from 'kysely';

/** Why another licence has to take the place of one. */
export type OvertakenBy = 'article-corrected' | 'key-compromised' | 'embargo-moved';

/**
 * Whether licence `l` is on an older version of its article `a` than it has to be: one that is
 * fixed to its version gives way only to a mandatory one.
 */
export const isOutdated = sql<boolean>`(l.article_version < a.version and (
  l.correction = 'follow' or exists (
    select 1 from article_version v
    where v.article = l.article and v.version > l.article_version and v.mandatory)))`;

/**
 * Whether licence `l`, which has not begun, would begin at another instant under the embargo of its
 * article `a` as it is now: later, or earlier where the old embargo is what it waits for. Licences
 * begin on whole seconds. One that has begun keeps its beginning: what may stand published is not
 * taken back by an embargo.
 */
const isMoved = sql<boolean>`(l.from_at > now() and (
  a.embargo_until > l.from_at
  or (l.embargo_until > l.from_at - interval '1 second'
    and coalesce(a.embargo_until, '-infinity') < l.embargo_until)))`;

/** Whether the key that signed licence `l` may be in other hands. */
export const isCompromised = sql<boolean>`exists (
  select 1 from signing_key k where k.kid = l.kid and k.state = 'compromised')`;

/** What has overtaken licence `l` on article `a`; null: nothing. */
export const overtakenBy = sql<OvertakenBy | null>`case
  when ${isOutdated} then 'article-corrected'
  when ${isCompromised} then 'key-compromised'
  when ${isMoved} then 'embargo-moved' end`;
