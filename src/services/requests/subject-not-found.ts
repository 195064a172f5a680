import type { DomainError } from '../../domain/errors.ts';
import type { Feed } from '../../domain/feed.ts';
import { articleNotFound } from '../articles/failures.ts';
import { noPublication } from '../articles/put-in-article.ts';

/** Nothing is there by the name by which it was asked for. */
export function subjectNotFound(named: { article: string | null; feed: Feed | null }): DomainError {
  return named.feed ? noPublication(named.feed.publication) : articleNotFound(named.article ?? '');
}
