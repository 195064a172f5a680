import type { Migration } from 'kysely';
import * as spine from './0001-spine.ts';

/** Run in key order, once each, never edited after release. */
export const migrations: Record<string, Migration> = {
  '0001-spine': spine,
};
