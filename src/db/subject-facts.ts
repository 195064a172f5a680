import type { AskedFeed } from '../domain/feed.ts';
import type { Db } from './database.ts';
import { findAllFeedFacts, findFeedFacts } from './feed-facts.ts';
import { type FactsRow, findAllFacts, findFacts } from './request-facts.ts';

/** An outlet with the article or the feed that it asks for, or holds a licence of. */
export interface SubjectKey {
  article: string | null;
  feed: AskedFeed | null;
  outlet: string;
}

/** The facts of an article or of a feed; undefined when one of the two does not exist. */
export async function findSubject(
  db: Db,
  { article, feed, outlet }: SubjectKey,
): Promise<FactsRow | undefined> {
  if (article !== null) return findFacts(db, { article, outlet });
  return feed ? findFeedFacts(db, { feed, outlet }) : undefined;
}

/**
 * The facts of several, in their order.
 *
 * @param draws false for somebody who only looks: no places for licences are drawn
 */
export async function findAllSubjects(
  db: Db,
  keys: readonly SubjectKey[],
  draws = true,
): Promise<(FactsRow | undefined)[]> {
  const articles = keys.flatMap(({ article, outlet }) =>
    article === null ? [] : [{ article, outlet }],
  );
  const feeds = keys.flatMap(({ feed, outlet }) => (feed ? [{ feed, outlet }] : []));
  const ofArticles = articles.length > 0 ? await findAllFacts(db, articles, draws) : [];
  const ofFeeds = feeds.length > 0 ? await findAllFeedFacts(db, feeds, draws) : [];
  return keys.map(({ feed }) => (feed ? ofFeeds.shift() : ofArticles.shift()));
}
