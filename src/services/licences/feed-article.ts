import type { Context } from '../../context.ts';
import { findFeedArticle } from '../../db/feed-article.ts';
import { copyrightYears } from '../../domain/footer.ts';
import { readTerms } from '../../domain/terms-document.ts';
import type { FeedArticle } from '../../verifier/index.ts';
import { licensedIntegrity } from './licensed-integrity.ts';

/** What a page has to show of an article of a feed: its newest version, as far as it is licensed. */
export async function readFeedArticle(
  { db }: Context,
  named: { licence: string; article: string },
): Promise<FeedArticle | undefined> {
  const row = await findFeedArticle(db, named);
  if (!row) return undefined;
  const { headline, canonicalUrl, copyrightSince, publishedAt, timeZone } = row;
  const { portion } = readTerms(JSON.parse(row.termsDocument));
  return {
    headline,
    canonicalUrl,
    years: copyrightYears(copyrightSince, publishedAt, timeZone),
    integrity: await licensedIntegrity(db, row, portion),
  };
}
