import type { Db } from '../../db/database.ts';
import { findEditions } from '../../db/editions.ts';
import { type FactsRow, findAllFacts } from '../../db/request-facts.ts';
import type { Followed } from '../../db/successions.ts';

/**
 * The facts that successors are made from, in the order of the licences. They are those of today,
 * except where a licence stays on an older version of its article.
 */
export async function successorFacts(
  db: Db,
  followed: readonly Followed[],
): Promise<(FactsRow | undefined)[]> {
  const facts = await findAllFacts(db, followed);
  const older = followed.filter(({ version }, i) => facts[i] && facts[i].version !== version);
  const editions = older.length > 0 ? await findEditions(db, older) : [];
  return followed.map(({ article, version }, i) => {
    const row = facts[i];
    if (!row || row.version === version) return row;
    const edition = editions.find((one) => one.article === article && one.version === version);
    return edition && { ...row, ...edition };
  });
}
