import { sql } from 'kysely';
import type { Db } from './database.ts';

/** How long the link of a mail confirms something. */
const DAYS = 90;

/** Keeps a link to one state of one placement; of its token only the hash. */
export async function insertLink(
  tx: Db,
  link: { hash: Buffer; placement: string; seq: number },
): Promise<void> {
  await sql`
    insert into confirm_link (token_hash, placement, seq, expires_at)
    values (${link.hash}, ${link.placement}, ${link.seq},
      now() + make_interval(days => ${sql.lit(DAYS)}))
    on conflict do nothing
  `.execute(tx);
}
