import { DomainError } from '../../domain/errors.ts';

export function articleNotFound(id: string): DomainError {
  return new DomainError('article-not-found', `No article has the id ${id}.`);
}

/** A kill is for good. */
export function articleKilled(id: string): DomainError {
  return new DomainError(
    'article-killed',
    `Article ${id} was killed, and a kill is for good. A story killed by mistake returns as a new article with "replaces": "${id}".`,
  );
}
