import { z } from 'zod';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const VERSION = /^[1-9]\d{0,8}$/;
const DEFAULT_LIMIT = 50;
const MOST = 200;

const limit = z
  .string()
  .regex(/^\d{1,4}$/, 'Write a whole number.')
  .transform(Number)
  .refine((limit) => limit >= 1 && limit <= MOST, `Write a number from 1 to ${MOST}.`)
  .default(DEFAULT_LIMIT)
  .meta({ type: 'integer', minimum: 1, maximum: MOST, default: DEFAULT_LIMIT });

/** The query fields of a list in the order of ids; spread them beside the list's filters. */
export const pageFields = { limit, cursor: cursorOf(UUID) };

/** The query fields of a list in the order of version numbers. */
export const versionPageFields = { limit, cursor: cursorOf(VERSION) };

function cursorOf(key: RegExp) {
  return z
    .string()
    .transform((cursor, ctx) => {
      const shown = Buffer.from(cursor, 'base64url').toString('latin1');
      if (key.test(shown)) return shown;
      ctx.addIssue({ code: 'custom', message: 'Take the cursor from "next" of the page before.' });
      return z.NEVER;
    })
    .optional()
    .describe('"next" of the page before');
}

export interface PageQuery {
  limit: number;
  /** The id or number that the page before ended with. */
  cursor?: string | undefined;
}

/** What to ask the database for: one row more than is shown tells whether there is a next page. */
export function windowOf({ limit, cursor }: PageQuery) {
  return { after: cursor, limit: limit + 1 };
}

/** The reply of a list. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    next: z.string().optional().describe('The cursor of the next page; absent on the last'),
  });
}

/**
 * One page from the rows that {@link windowOf} asked for.
 *
 * @param rows in the list's order, which is that of their ids or version numbers
 */
export function answerPage<Row extends { id: string } | { version: number }, Item>(
  rows: readonly Row[],
  { limit }: PageQuery,
  toItem: (row: Row) => Item,
) {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const next = last && Buffer.from(keyOf(last)).toString('base64url');
  return { body: { items: shown.map(toItem), next }, next };
}

function keyOf(row: { id: string } | { version: number }): string {
  return 'id' in row ? row.id : String(row.version);
}
