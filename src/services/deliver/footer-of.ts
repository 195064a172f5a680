import type { Context } from '../../context.ts';
import { footerFrom } from '../licences/licence-claims.ts';
import type { Text } from './texts.ts';

/** What a licence says of the footer, as its row has it. */
export interface FooterOfLicence {
  /** The licence's id. */
  licence: string;
  /** The footer of its article, or the template from which a standing licence makes each. */
  footer: string;
  /** Whether it is a standing licence. */
  isFeed: boolean;
}

/** The footer that goes under this text: the licence's own, or what its template makes of the text. */
export function footerOf(ctx: Context, { licence, footer, isFeed }: FooterOfLicence, text: Text) {
  if (!isFeed) return footer;
  const { headline, canonicalUrl, publishedAt, copyrightHolder, copyrightSince } = text;
  const { name: publicationName, timeZone } = text.publication;
  const facts = { headline, canonicalUrl, publishedAt, publicationName, timeZone };
  return footerFrom(ctx, footer, { ...facts, copyrightHolder, copyrightSince }, licence);
}
