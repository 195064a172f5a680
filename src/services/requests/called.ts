import type { FactsRow } from '../../db/request-facts.ts';
import { feedInWords } from '../../domain/feed-words.ts';

/** What people call that which is asked for: a headline, or the feed in words. */
export function called(facts: FactsRow): string {
  return facts.feed ? feedInWords(facts.publicationName, facts.feed.filter) : facts.headline;
}
