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
