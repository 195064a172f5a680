import type { Context } from '../../context.ts';
import * as notices from '../../db/notices.ts';

/** A page of what people were told: an outlet sees its own, an admin all. */
export function listNotices(
  ctx: Context,
  filter: Omit<notices.NoticeFilter, 'publications'>,
): Promise<notices.ToldNotice[]> {
  return notices.list(ctx.db, {
    ...filter,
    outlet: ctx.caller.outlet ?? filter.outlet,
    publications: ctx.caller.publications ?? undefined,
  });
}
