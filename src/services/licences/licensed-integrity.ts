import { readBodyOf } from '../../db/article-body.ts';
import type { Db } from '../../db/database.ts';
import type { ArticleFactsRow } from '../../db/request-facts.ts';
import type { Portion } from '../../domain/terms.ts';
import { portionOf } from '../../formats/portion.ts';
import { canonicalText, integrityOf, readBody } from '../../intake/index.ts';

/** What says which words those are. */
type LicensedWords = Pick<ArticleFactsRow, 'article' | 'version' | 'language' | 'integrity'>;

/**
 * The digest over the words that are licensed, so that it can be computed from the page: those of
 * the whole text or of its portion.
 */
export async function licensedIntegrity(
  db: Db,
  { article, version, language, integrity }: LicensedWords,
  portion: Portion,
): Promise<string> {
  if (portion === 'full') return integrity;
  const body = readBody(await readBodyOf(db, article, version));
  return integrityOf(canonicalText(portionOf(body, portion, language)));
}
