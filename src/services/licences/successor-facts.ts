import type { Db } from '../../db/database.ts';
import { findEditions } from '../../db/editions.ts';
import type { FactsRow } from '../../db/request-facts.ts';
import { findAllSubjects } from '../../db/subject-facts.ts';
import type { Followed } from '../../db/successions.ts';

/**
 * The facts that successors are made from, in the order of the licences. They are those of today,
 * except where a licence stays on an older version of its article.
 */
export async function successorFacts(
  db: Db,
  followed: readonly Followed[],
): Promise<(FactsRow | undefined)[]> {
  const facts = await findAllSubjects(db, followed);
  const older = followed.flatMap(({ article, version }, i) => {
    const row = facts[i];
    if (!row || row.feed || article === null || version === null) return [];
    return row.version === version ? [] : [{ article, version }];
  });
  const editions = older.length > 0 ? await findEditions(db, older) : [];
  return followed.map(({ article, version }, i) => {
    const row = facts[i];
    if (!row || row.feed || row.version === version) return row;
    const edition = editions.find((one) => one.article === article && one.version === version);
    return edition && { ...row, ...edition };
  });
}
