import { sql } from 'kysely';
import type { Db } from './database.ts';
import type { Operation } from './schema.ts';

/** How long the link of a mail confirms something. */
const DAYS = 90;

/** What a link confirms: one state of one placement, as people were told of it. */
export interface LinkedState {
  placement: string;
  seq: number;
  version: number;
  operation: Operation;
}

/** Keeps a link to one state of one placement; of its token only the hash. */
export async function insertLink(tx: Db, link: LinkedState & { hash: Buffer }): Promise<void> {
  await sql`
    insert into confirm_link (token_hash, placement, seq, version, operation, expires_at)
    values (${link.hash}, ${link.placement}, ${link.seq}, ${link.version}, ${link.operation},
      now() + make_interval(days => ${sql.lit(DAYS)}))
    on conflict do nothing
  `.execute(tx);
}

/** A link as somebody follows it: what it confirms, and whether it still can. */
export interface FoundLink extends LinkedState {
  outlet: string;
  outletName: string;
  headline: string;
  canonicalUrl: string;
  publication: string;
  isUsed: boolean;
  isExpired: boolean;
  /** Whether the same is wanted still: of this version, or that the text is gone. */
  isWanted: boolean;
  isConfirmed: boolean;
}

/** @param hold keeps the link and its placement from others until the transaction ends */
export async function findLink(db: Db, hash: Buffer, hold = false): Promise<FoundLink | undefined> {
  const { rows } = await sql<FoundLink>`
    select k.placement, k.seq, k.version, k.operation, p.outlet, o.name as "outletName", v.headline,
      v.canonical_url as "canonicalUrl", b.name as publication,
      k.used_at is not null as "isUsed", k.expires_at <= now() as "isExpired",
      p.wanted_op = k.operation
        and (k.operation = 'withdraw' or p.wanted_version = k.version) as "isWanted",
      coalesce(p.confirmed_seq = p.wanted_seq, false) as "isConfirmed"
    from confirm_link k
    join placement p on p.id = k.placement
    join outlet o on o.id = p.outlet
    join article_version v on v.article = p.article and v.version = k.version
    join article a on a.id = p.article
    join publication b on b.id = a.publication
    where k.token_hash = ${hash} ${hold ? sql`for update of k, p` : sql``}
  `.execute(db);
  return rows[0];
}

export async function markUsed(tx: Db, hash: Buffer, at: Date): Promise<void> {
  await tx
    .updateTable('confirm_link')
    .set({ used_at: at })
    .where('token_hash', '=', hash)
    .execute();
}
