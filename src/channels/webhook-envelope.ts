import type { WantedState } from './channel.ts';

/**
 * The JSON that a webhook carries. The names are the API: receivers read `seq` and `operation`
 * first, and `content` or `reason` after. Fields are named one by one, so that nothing leaves
 * because it happened to be there.
 *
 * @param isSample whether it is only to show that the way is open, and nothing is to be filed
 */
export function envelopeOf(state: WantedState, isSample = false): string {
  const { placement, seq, operation, licence, footer, content, reason, notice, notBefore } = state;
  return JSON.stringify({
    type: `placement.${operation}`,
    ...(isSample && { test: true }),
    placement,
    seq,
    operation,
    article: articleOf(state),
    licence: { id: licence.id, token: licence.token },
    ...(notBefore && { notBefore }),
    footer: { text: footer.text },
    ...(operation === 'withdraw'
      ? { reason, ...(notice && { notice: { text: notice.text, html: notice.html } }) }
      : { content: content && { mediaType: content.mediaType, text: content.text } }),
  });
}

function articleOf({ article }: WantedState): WantedState['article'] {
  const { id, version, headline, canonicalUrl, publishedAt, language, publication } = article;
  return { id, version, headline, canonicalUrl, publishedAt, language, publication };
}
