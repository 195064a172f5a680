import type { WantedState } from '../../channels/channel.ts';
import { formatInstant } from '../../domain/instant.ts';
import type { Text } from './texts.ts';

/** What a message says of the article beside its text. */
export function wantedArticle(text: Text): WantedState['article'] {
  return {
    id: text.article,
    version: text.version,
    headline: text.headline,
    canonicalUrl: text.canonicalUrl,
    publishedAt: formatInstant(text.publishedAt),
    language: text.language,
    publication: text.publication.slug,
  };
}
