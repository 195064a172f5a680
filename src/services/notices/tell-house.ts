import type { Context } from '../../context.ts';
import type { Db } from '../../db/database.ts';
import { houseOfOutlet } from '../../db/house-of-outlet.ts';
import { type Notice, tell } from '../../db/notices.ts';
import type { NoticeFacts, NoticeKind } from '../../domain/notices/notice.ts';

/** What the house is told, and of what. */
export interface HouseNotice<Kind extends NoticeKind> {
  kind: Kind;
  facts: NoticeFacts[Kind];
  about: { kind: string; id: string };
}

/**
 * Tells the house, within the transaction of the change: the contact of one publication, or those
 * of every publication whose licences an outlet holds. Each address is mailed once.
 *
 * @param concerned ids of rows
 */
export async function tellHouse<Kind extends NoticeKind>(
  tx: Db,
  ctx: Context,
  concerned: { publication: string } | { outlet: string },
  notice: HouseNotice<Kind>,
): Promise<void> {
  const publications =
    'publication' in concerned
      ? [concerned.publication]
      : await houseOfOutlet(tx, concerned.outlet);
  const notices = publications.map((publication) => ({ ...notice, outlet: null, publication }));
  // The kind and its facts belong together by the signature, which a union cannot say.
  await tell(tx, ctx, notices as unknown as Notice[]);
}
