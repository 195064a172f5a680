import { readBodyOf } from '../../db/article-body.ts';
import type { Db } from '../../db/database.ts';
import type { FactsRow } from '../../db/request-facts.ts';
import type { Portion } from '../../domain/terms.ts';
import { portionOf } from '../../formats/portion.ts';
import { canonicalText, integrityOf, readBody } from '../../intake/index.ts';

/**
 * The digest over the words that are licensed, so that it can be computed from the page: those of
 * the whole text or of its portion. Null for a feed, whose texts are not written yet.
 */
export async function licensedIntegrity(
  db: Db,
  facts: FactsRow,
  portion: Portion,
): Promise<string | null> {
  if (facts.feed) return null;
  const { article, version, language, integrity } = facts;
  if (portion === 'full') return integrity;
  const body = readBody(await readBodyOf(db, article, version));
  return integrityOf(canonicalText(portionOf(body, portion, language)));
}
