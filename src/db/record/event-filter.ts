import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '../../domain/instant.ts';

/** Which lines of the record are wanted; all conditions hold at once. */
export interface EventFilter {
  /** A type, or the beginning of some: `licence.`. */
  type?: string | undefined;
  actor?: string | undefined;
  subject?: string | undefined;
  outlet?: string | undefined;
  article?: string | undefined;
  licence?: string | undefined;
  from?: Instant | undefined;
  until?: Instant | undefined;
  /** Words that stand in reasons and notes. */
  q?: string | undefined;
}

/** The filter as a condition on event `e` with its payload `p`. */
export function matches(filter: EventFilter): RawBuilder<boolean> {
  const conditions = [
    filter.type && ofType(filter.type),
    filter.actor && sql`e.actor_id = ${filter.actor}`,
    filter.subject && sql`e.subject_id = ${filter.subject}`,
    filter.outlet && sql`e.outlet = ${filter.outlet}::uuid`,
    filter.article && sql`e.article = ${filter.article}::uuid`,
    filter.licence && sql`e.licence = ${filter.licence}::uuid`,
    filter.from !== undefined && sql`e.at >= ${new Date(filter.from)}::timestamptz`,
    filter.until !== undefined && sql`e.at < ${new Date(filter.until)}::timestamptz`,
    filter.q && sql`words_of(p.payload) @@ websearch_to_tsquery('simple', ${filter.q})`,
  ].filter((condition) => typeof condition === 'object');
  return conditions.length > 0 ? sql`${sql.join(conditions, sql` and `)}` : sql`true`;
}

/** Dots part the words of a type, so one at the end asks for all that begin so. */
function ofType(type: string): RawBuilder<boolean> {
  return type.endsWith('.') ? sql`e.type like ${asPrefix(type)}` : sql`e.type = ${type}`;
}

function asPrefix(type: string): string {
  return `${type.replaceAll(/[\\%_]/g, '\\$&')}%`;
}
