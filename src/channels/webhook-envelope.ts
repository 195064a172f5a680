import type { WantedState } from './channel.ts';

/**
 * The JSON that a webhook carries. The names are the API: receivers read `seq` and `operation`
 * first, and `content` or `reason` after. Fields are named one by one, so that nothing leaves
 * because it happened to be there.
 */
export function envelopeOf(state: WantedState): string {
  const { placement, seq, operation, licence, footer, content, reason, notBefore } = state;
  return JSON.stringify({
    type: `placement.${operation}`,
    placement,
    seq,
    operation,
    article: articleOf(state),
    licence: { id: licence.id, token: licence.token },
    ...(notBefore && { notBefore }),
    footer: { text: footer.text },
    ...(operation === 'withdraw'
      ? { reason }
      : { content: content && { mediaType: content.mediaType, text: content.text } }),
  });
}

function articleOf({ article }: WantedState): WantedState['article'] {
  const { id, version, headline, canonicalUrl, publishedAt, language, publication } = article;
  return { id, version, headline, canonicalUrl, publishedAt, language, publication };
}
