import type { Context } from '../../context.ts';
import type { FeedFactsRow } from '../../db/feed-facts.ts';
import type { Licence } from '../../db/licences.ts';
import type { ArticleFactsRow, FactsRow } from '../../db/request-facts.ts';
import type { TermsVersion } from '../../db/terms.ts';
import { type Coverage, type LicenceClaims, licenceClaims } from '../../domain/claims.ts';
import {
  copyrightYear,
  copyrightYears,
  fillFooter,
  pickTemplate,
  renderFooter,
} from '../../domain/footer.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Terms } from '../../domain/terms.ts';
import type { GrantedUse } from '../../domain/use.ts';
import type { Place } from '../../security/status-list/places.ts';
import { integrityOf } from '../save-terms.ts';
import { articlesUri, articleUri, logOrigin, publicationUri, termsUri, verifyUrl } from './uris.ts';

/** The log is at most half a second behind; a restart or a restore takes longer. */
const PROOF_WITHIN_SECONDS = 3_600;

/** What a licence is made of. */
export interface LicenceDraft {
  facts: FactsRow;
  use: GrantedUse;
  terms: TermsVersion;
  request: string;
  /** The licence that this one follows. */
  prev: Pick<Licence, 'id' | 'series' | 'feed_since'> | null;
  /** When a person gave it the time that it has; absent: it has what was asked for. */
  renewedAt?: Instant | undefined;
}

/** What a footer says, beside the number of its licence. */
type FooterSource = Pick<
  ArticleFactsRow,
  | 'headline'
  | 'canonicalUrl'
  | 'publishedAt'
  | 'publicationName'
  | 'copyrightHolder'
  | 'copyrightSince'
  | 'timeZone'
>;

/** The footer that this licence puts under the text; of a feed, the template of each article's. */
export function footerFor(ctx: Context, facts: FactsRow, licence: string): string {
  const { template } = pickTemplate(facts.footerTemplate, languageOf(facts));
  return facts.feed
    ? feedTemplate(ctx, template, facts, licence)
    : footerFrom(ctx, template, facts, licence);
}

/**
 * The template with all that is known when the licence is issued, so that what its articles are
 * signed with stays as it was. A name with braces of its own is left for later: filled in here, it
 * would be read as a placeholder.
 */
function feedTemplate(
  ctx: Context,
  template: string,
  { publicationName: publication, copyrightHolder: holder }: FeedFactsRow,
  licenceId: string,
): string {
  const known = {
    ...{ publication, holder, licenceId },
    verifyUrl: verifyUrl(ctx.config.publicUrl, licenceId),
  };
  const plain = Object.entries(known).filter(([, value]) => !/[{}]/.test(value));
  return fillFooter(template, Object.fromEntries(plain));
}

/** The one that a feed is wholly in, or else its publication's. */
function languageOf({ feed, language }: FactsRow): string {
  const [only, ...others] = feed?.filter.language ?? [];
  return only !== undefined && others.length === 0 ? only : language;
}

/** The footer that a template makes for a licence. */
export function footerFrom(
  ctx: Context,
  template: string,
  facts: FooterSource,
  licence: string,
): string {
  return renderFooter(template, {
    years: copyrightYears(facts.copyrightSince, facts.publishedAt, facts.timeZone),
    publication: facts.publicationName,
    holder: facts.copyrightHolder,
    headline: facts.headline,
    canonicalUrl: facts.canonicalUrl,
    licenceId: licence,
    verifyUrl: verifyUrl(ctx.config.publicUrl, licence),
  });
}

/** Where this licence will stand on a status list. */
export function placeFor(ctx: Context, { facts, use }: LicenceDraft): Place {
  const { publicUrl: origin } = ctx.config;
  return ctx.findPlace({ origin, position: facts.position, until: use.until });
}

/** What the token says, from the rows that the decision rests on. */
export function claimsFor(
  ctx: Context,
  { facts, use, terms, prev }: LicenceDraft,
  made: {
    id: string;
    series: string;
    footer: string;
    offered: Terms;
    place: Place;
    /** Of the article's words; null for a feed. */
    integrity: string | null;
  },
): LicenceClaims {
  const { publicUrl } = ctx.config;
  return licenceClaims({
    issuer: publicUrl,
    outlet: facts.outlet,
    origins: facts.origins,
    id: made.id,
    series: made.series,
    prev: prev?.id ?? null,
    issuedAt: ctx.now(),
    use,
    ...coverageFor(ctx, facts, made),
    credit: creditFor(ctx, facts),
    terms: {
      uri: termsUri(publicUrl, terms.slug, terms.version),
      version: terms.version,
      integrity: terms.integrity,
    },
    assigner: publicationUri(publicUrl, facts.publicationSlug),
    offered: made.offered,
    status: { status_list: made.place },
    log: { origin: logOrigin(publicUrl), mmd: PROOF_WITHIN_SECONDS },
  });
}

function coverageFor(
  ctx: Context,
  facts: FactsRow,
  made: { footer: string; integrity: string | null },
): Coverage {
  const { publicUrl } = ctx.config;
  const integrity = integrityOf(made.footer);
  if (facts.feed) {
    const href = articlesUri(publicUrl, facts.feed.publication);
    return { feed: { ...facts.feed, href }, footer: { template: made.footer, integrity } };
  }
  if (made.integrity === null) throw new Error(`article ${facts.article} has no digest`);
  return {
    article: {
      id: facts.article,
      version: facts.version,
      href: articleUri(publicUrl, facts.article),
      headline: facts.headline,
      lang: facts.language,
      integrity: made.integrity,
    },
    footer: { text: made.footer, integrity },
  };
}

/** A feed's articles are credited by the year of its licence and to the publication as a whole. */
function creditFor(ctx: Context, facts: FactsRow) {
  const year = facts.feed ? ctx.now() : facts.publishedAt;
  return {
    creditText: facts.publicationName,
    copyrightHolder: facts.copyrightHolder,
    copyrightYear: copyrightYear(year, facts.timeZone),
    canonical: facts.feed ? facts.publicationUrl : facts.canonicalUrl,
  };
}
