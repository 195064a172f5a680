import { type RawBuilder, sql } from 'kysely';

/**
 * Items as rows to select from.
 *
 * The limit takes nothing away: it tells PostgreSQL how few they are. Whatever comes as JSON it takes
 * for a hundred rows, and to find five placements by their keys it would read all of 10,000.
 *
 * @param items objects whose members have the names of the columns
 * @param columns as in a column definition list, e.g. `id uuid, seq bigint`
 */
export function rowsOf(
  items: readonly object[],
  columns: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`(
    select * from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as given (${columns})
    limit ${items.length})`;
}
