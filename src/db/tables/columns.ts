import type { ColumnType } from 'kysely';
import type { Instant } from '../../domain/instant.ts';

/** `timestamptz`: read as epoch milliseconds, written as a Date. */
export type Time = ColumnType<Instant, Date, Date>;
export type OptionalTime = ColumnType<Instant | null, Date | null | undefined, Date | null>;
export type DefaultTime = ColumnType<Instant, Date | undefined, Date>;
/** `jsonb`: read as a value, written as JSON text, so that pg and PGlite agree on arrays. */
export type Json<T> = ColumnType<T, string, string>;
export type OptionalJson<T> = ColumnType<T | null, string | null | undefined, string | null>;

export interface CodedMessage {
  code: string;
  message: string;
}
