import type { Context } from '../../context.ts';
import * as notices from '../../db/notices.ts';

/**
 * A page of what people were told: an outlet sees its own, an admin all. What the house's mail server
 * said is for the house: it may name machines and accounts.
 */
export async function listNotices(
  ctx: Context,
  filter: Omit<notices.NoticeFilter, 'publications'>,
): Promise<notices.ToldNotice[]> {
  const { outlet, publications } = ctx.caller;
  const rows = await notices.list(ctx.db, {
    ...filter,
    outlet: outlet ?? filter.outlet,
    publications: publications ?? undefined,
  });
  return outlet ? rows.map(withoutAnswers) : rows;
}

function withoutAnswers(notice: notices.ToldNotice): notices.ToldNotice {
  return { ...notice, mails: notice.mails.map((mail) => ({ ...mail, lastError: null })) };
}
